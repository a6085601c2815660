import { hoursOf, membersOf, table } from '#read-model';

export const banks = table(
  'bank',
  { bankId: 'uuid', networkId: 'uuid', handle: 'text', name: 'text', rules: 'json', openedAt: 'instant' },
  { key: ['bankId'], readers: membersOf() },
);

/** A hub's places in the tree, one a change: the last one recorded that has begun by a day holds on it, or else the first. */
export const hubPlaces = table(
  'hub_place',
  { bankId: 'uuid', hubId: 'uuid', revision: 'integer', fromDay: 'date', ancestors: 'uuids' },
  { key: ['bankId', 'hubId', 'revision'], readers: membersOf() },
);

export const memberships = table(
  'membership',
  {
    accountId: 'uuid',
    bankId: 'uuid',
    /** Absent once the member is erased: nobody reads the account by it any more. */
    personId: 'uuid?',
    number: 'integer',
    hubId: 'uuid',
    since: 'date',
    channel: 'boolean',
    revision: 'integer',
  },
  { key: ['accountId'], indexes: [['personId'], ['bankId', 'number'], ['hubId']], readers: hoursOf() },
);

/** Each turn in a member's standing; `fromDay` is the first day of it. */
export const suspensions = table(
  'suspension',
  { accountId: 'uuid', bankId: 'uuid', revision: 'integer', fromDay: 'date', suspended: 'boolean' },
  { key: ['accountId', 'revision'], readers: hoursOf() },
);

export const mandates = table(
  'mandate',
  {
    mandateId: 'uuid',
    bankId: 'uuid',
    accountId: 'uuid',
    personId: 'uuid',
    kind: 'text',
    fromDay: 'date',
    untilDay: 'date?',
    ended: 'boolean',
    revision: 'integer',
  },
  { key: ['mandateId'], indexes: [['personId'], ['accountId']], readers: hoursOf() },
);

/** Who coordinates, audits and administers a bank is known to its members. */
export const grants = table(
  'role_grant',
  {
    grantId: 'uuid',
    bankId: 'uuid',
    personId: 'uuid',
    role: 'text',
    hubId: 'uuid?',
    fromDay: 'date',
    untilDay: 'date?',
    revoked: 'boolean',
    revision: 'integer',
  },
  { key: ['grantId'], indexes: [['personId'], ['bankId']], readers: membersOf() },
);
