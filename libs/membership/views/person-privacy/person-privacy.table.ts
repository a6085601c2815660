import { table, themself } from '#read-model';

/** Every time a person acknowledged a notice, consented or withdrew, with how it was said. Nobody else reads it. */
export const privacyRecords = table(
  'privacy_record',
  {
    personId: 'uuid',
    revision: 'integer',
    networkId: 'uuid',
    /** The edition of a notice, or the purpose of a consent. */
    subject: 'text',
    kind: 'text',
    how: 'text',
    document: 'text?',
    saidAt: 'instant',
  },
  { key: ['personId', 'revision'], readers: themself() },
);
