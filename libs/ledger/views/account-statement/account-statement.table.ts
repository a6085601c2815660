import { hoursOf, table } from '#read-model';

/** One account's share of one entry, with the balance after it. */
export const statementLines = table(
  'account_statement',
  {
    accountId: 'uuid',
    entryNumber: 'integer',
    bankId: 'uuid',
    minutes: 'integer',
    balanceAfterMinutes: 'integer',
    exchangeId: 'uuid',
    otherAccountId: 'uuid',
    travelMinutes: 'integer?',
    serviceDate: 'date',
    recordedAt: 'instant',
    hubId: 'uuid',
    strand: 'text?',
    category: 'text?',
  },
  { key: ['accountId', 'entryNumber'], readers: hoursOf() },
);
