import { ownerOf, type BankId } from '#kernel';
import { amend, projection, put, scrub } from '#read-model';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { accountBalances, accountLimits } from './account-balance.tables.js';

/** An entry says every balance after it, so nothing is read or added up here. */
export const accountBalanceView = projection<JournalEvent>({
  name: 'account_balance',
  shape: 2,
  categories: ['journal'],
  tables: [accountBalances, accountLimits],
  texts: ({ event, stream }) =>
    event.type === 'LimitsSet'
      ? [{ name: 'reason', sealed: event.data.reason, place: { stream, entity: event.data.account, field: 'reason' } }]
      : [],
  rows: ({ event, stream, revision, recordedAt, actor }, { reason }) => {
    const bankId = ownerOf<BankId>(stream);
    switch (event.type) {
      case 'MemberAdmitted': {
        const { account: accountId, hub: hubId } = event.data;
        return [put(accountBalances, { accountId, bankId, hubId, balanceMinutes: 0 })];
      }
      case 'LimitsSet': {
        const { account: accountId, floor, ceiling } = event.data;
        const setBy = 'person' in actor ? actor.person : undefined;
        return [put(accountLimits, { accountId, bankId, revision, floor, ceiling, setAt: recordedAt, setBy, reason })];
      }
      case 'ExchangePosted':
        return event.entry.legs.map(({ account, balanceAfterMinutes }) =>
          amend(accountBalances, {
            accountId: account,
            balanceMinutes: balanceAfterMinutes,
            entryNumber: event.entry.number,
          }),
        );
      case 'MemberErased':
        return [scrub(accountLimits, 'accountId', event.data.account, ['reason'])];
      default:
        return [];
    }
  },
});
