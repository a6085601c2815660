import { membersOf, table, themself } from '#read-model';

/** Who is a member where. */
export const memberDirectory = table(
  'member_directory',
  {
    bankId: 'uuid',
    accountId: 'uuid',
    /** Absent once the member is erased. */
    personId: 'uuid?',
    number: 'integer',
    hubId: 'uuid',
    since: 'date',
  },
  { key: ['accountId'], indexes: [['bankId', 'number'], ['personId']], readers: membersOf() },
);

/** What somebody is called: absent once the person's key is destroyed. */
export const personName = table(
  'person_name',
  { personId: 'uuid', displayName: 'text?', searchText: 'text?' },
  { key: ['personId'], readers: `${themself()} or read.acquainted(person_id)` },
);
