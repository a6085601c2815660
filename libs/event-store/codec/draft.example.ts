import type {
  AccountId,
  CommandId,
  Draft,
  EntryNumber,
  Instant,
  KeyId,
  Leg,
  LimitWarning,
  Minutes,
  PersonId,
  StreamId,
} from '#kernel';

/** An id for examples: `exampleId(3)` is 00000000-0000-4000-8000-000000000003. */
export function exampleId<Id extends string>(number: number): Id {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
}

export const exampleStream = `journal-${exampleId(1)}` as StreamId;
export const exampleVersions = { BankOpened: 1, ExchangePosted: 1 };
export const noRecordHash = new Uint8Array(32);

/** An entry of two legs in the middle of a journal, with all that a record of an exchange usually holds. */
export function exampleDraft(changes: Partial<Draft> = {}): Draft {
  return {
    stream: exampleStream,
    revision: 7,
    previous: new Uint8Array(32).fill(7),
    recordedAt: '2026-03-09T15:30:00.000Z' as Instant,
    command: {
      id: exampleId<CommandId>(2),
      hash: 'qrvMzd7v8AECAwQFBgcICQoLDA0ODxAREhMUFRYXGBk',
      keys: [exampleId<KeyId>(3), exampleId<KeyId>(4)],
      index: 0,
      count: 1,
    },
    actor: { person: exampleId<PersonId>(5) },
    correlation: exampleId(6),
    event: {
      type: 'ExchangePosted',
      data: {
        facts: {
          exchange: exampleId(10),
          provider: exampleId(11),
          receiver: exampleId(12),
          minutes: 90,
          serviceDate: '2026-03-08',
          hub: exampleId(13),
          category: 'home-help',
          loggedBy: exampleId(5),
          note: {
            keys: [exampleId(3), exampleId(4)],
            nonce: 'AAECAwQFBgcICQoL',
            text: 'c2VhbGVkIHRleHQgb2YgYSBub3RlLCB3aXRoIGl0cyB0YWc',
          },
        },
        consent: { kind: 'logged', by: exampleId(5) },
      },
      entry: { number: 5 as EntryNumber, legs: [exampleLeg(11, 90, 90), exampleLeg(12, -90, -90)] },
    },
    ...changes,
  };
}

export function exampleLeg(account: number, minutes: number, after: number, warnings?: readonly LimitWarning[]): Leg {
  return {
    account: exampleId<AccountId>(account),
    minutes: minutes as Minutes,
    balanceAfterMinutes: after as Minutes,
    ...(warnings && { warnings }),
  };
}
