import { table, themself } from '#read-model';

/** Whose an address is, without the address: `digest` is keyed, and absent for who has none or is erased. */
export const personContact = table(
  'person_contact',
  { personId: 'uuid', digest: 'text?', since: 'instant', language: 'text' },
  { key: ['personId'], indexes: [{ on: ['digest', 'since'], where: 'digest is not null' }], readers: themself() },
);
