import { ownerOf, type BankId } from '#kernel';
import { projection, put } from '#read-model';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { statementLines } from './account-statement.table.js';

export const accountStatementView = projection<JournalEvent>({
  name: 'account_statement',
  shape: 2,
  categories: ['journal'],
  tables: [statementLines],
  rows: ({ event, stream, recordedAt }) => {
    if (event.type !== 'ExchangePosted') return [];
    const { exchange, provider, receiver, travelMinutes, serviceDate, hub, strand, category } = event.data.facts;
    return event.entry.legs.map(({ account, minutes, balanceAfterMinutes }) =>
      put(statementLines, {
        accountId: account,
        entryNumber: event.entry.number,
        bankId: ownerOf<BankId>(stream),
        minutes,
        balanceAfterMinutes,
        exchangeId: exchange,
        otherAccountId: account === provider ? receiver : provider,
        travelMinutes,
        serviceDate,
        recordedAt,
        hubId: hub,
        strand,
        category,
      }),
    );
  },
});
