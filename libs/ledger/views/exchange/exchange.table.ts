import { hoursOf, table } from '#read-model';

/** An exchange as its last record left it. */
export const exchanges = table(
  'exchange',
  {
    exchangeId: 'uuid',
    bankId: 'uuid',
    /** Of its last record: its version, and its place in the list. */
    revision: 'integer',
    state: 'text',
    providerId: 'uuid',
    receiverId: 'uuid',
    minutes: 'integer',
    travelMinutes: 'integer?',
    serviceDate: 'date',
    hubId: 'uuid',
    desk: 'text?',
    strand: 'text?',
    category: 'text?',
    offer: 'text?',
    request: 'text?',
    loggedBy: 'uuid',
    onBehalfOf: 'uuid?',
    note: 'text?',
    /** Who has to answer and by when: only while it waits. */
    turn: 'text?',
    expiresAt: 'instant?',
    entryNumber: 'integer?',
    /** How the debtor agreed, once it is posted. */
    consent: 'json?',
    /** The reason of a refusal, or what came with other minutes. */
    words: 'text?',
    changedAt: 'instant',
  },
  {
    key: ['exchangeId'],
    indexes: [
      ['providerId', 'revision'],
      ['receiverId', 'revision'],
      ['bankId', 'revision'],
      // Most exchanges are posted, and nobody looks for those by their state.
      { on: ['bankId', 'state', 'revision'], where: "state <> 'posted'" },
      // What reserves a receiver's hours is asked with every balance, however long the history.
      { on: ['receiverId'], where: "state = 'logged'" },
      { on: ['expiresAt'], where: 'expires_at is not null' },
    ],
    readers: hoursOf(['provider_id', 'receiver_id'], ['hub_id']),
  },
);
