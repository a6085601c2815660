import { ownerOf, type BankId } from '#kernel';
import { projection, put } from '#read-model';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { bankNames, hubBanks } from './hub-bank.tables.js';

/** What anybody may know of a bank: its name, and the hubs it serves. */
export const hubBankView = projection<JournalEvent>({
  name: 'hub_bank',
  shape: 1,
  categories: ['journal'],
  tables: [bankNames, hubBanks],
  rows: ({ event, stream }) => {
    switch (event.type) {
      case 'BankOpened':
        return [put(bankNames, { bankId: event.data.bank, name: event.data.name })];
      case 'HubServed':
        return [put(hubBanks, { hubId: event.data.hub, bankId: ownerOf<BankId>(stream) })];
      default:
        return [];
    }
  },
});
