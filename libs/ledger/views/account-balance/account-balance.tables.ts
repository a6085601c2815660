import { hoursOf, table } from '#read-model';

export const accountBalances = table(
  'account_balance',
  {
    accountId: 'uuid',
    bankId: 'uuid',
    hubId: 'uuid',
    balanceMinutes: 'integer',
    /** Number of the last entry that moved it. */
    entryNumber: 'integer?',
  },
  { key: ['accountId'], indexes: [['bankId']], readers: hoursOf() },
);

/** Every setting of an account's own limits; the last one holds. */
export const accountLimits = table(
  'account_limit',
  {
    accountId: 'uuid',
    bankId: 'uuid',
    revision: 'integer',
    floor: 'json?',
    ceiling: 'json?',
    setAt: 'instant',
    setBy: 'uuid?',
    reason: 'text?',
  },
  { key: ['accountId', 'revision'], readers: hoursOf() },
);
