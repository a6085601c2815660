import { createHmac, randomBytes } from 'node:crypto';
import {
  Deadlines,
  NotFound,
  Refusal,
  Table,
  addDays,
  categoryOf,
  unreachable,
  type Actor,
  type Command,
  type Decidable,
  type Event,
  type KeyId,
  type OldFacts,
  type PersonId,
  type ReadonlyState,
  type StreamDefinition,
  type StreamId,
  type Submission,
  type Vault,
} from '#kernel';

type Add = Command<'Add', { readonly counter: string; readonly n: number; readonly days?: number }>;
type Close = Command<'Close', { readonly counter: string }>;
type Lapse = Command<'Lapse', { readonly counter: string }>;
type Move = Command<'Move', { readonly to: string }>;
type Break = Command<'Break', Record<string, never>>;
export type TallyCommand = Add | Close | Lapse | Move | Break;

type Added = Event<
  'Added',
  { readonly counter: string; readonly total: number; readonly pad: string; readonly days?: number }
>;
type Closed = Event<'Closed', { readonly counter: string; readonly lapsed: boolean }>;
type Moved = Event<'Moved', { readonly to: string }>;
export type TallyEvent = Added | Closed | Moved;

export interface Tally {
  totals: Table<string, number>;
  deadlines: Deadlines;
  store?: string;
}

export class TooMuch extends Refusal {
  readonly code = 'TOO_MUCH';
}
export class AlreadyClosed extends Refusal {
  readonly code = 'ALREADY_CLOSED';
}

const totalMax = 60;

/** A stream as small as can be that has all a journal has: a limit, an end, deadlines, old facts, a home. */
export const tally: StreamDefinition<TallyCommand, TallyEvent, Tally> = {
  category: 'tally',
  foldVersion: 1,
  initial: () => ({ totals: new Table(), deadlines: new Deadlines() }),
  decide: (command, state, facts) => [{ event: decide(command, state, facts), actor: command.actor }],
  evolve(state, { event, recordedAt, revision }) {
    switch (event.type) {
      case 'Added':
        state.totals.set(event.data.counter, event.data.total);
        if (event.data.days !== undefined) {
          state.deadlines.add({ at: addDays(recordedAt, event.data.days), revision, entity: event.data.counter });
        }
        return;
      case 'Closed':
        state.totals.delete(event.data.counter);
        return;
      case 'Moved':
        state.store = event.data.to;
        return;
      default:
        unreachable(event);
    }
  },
  entityOf: (event) => ('counter' in event.data ? event.data.counter : undefined),
  targetOf: (command) => ('counter' in command.input ? command.input.counter : undefined),
  inState: (command, state) => 'counter' in command.input && state.totals.has(command.input.counter),
  sealing: () => {
    throw new Error('a tally has no texts');
  },
  stampOwners: (_command, stream) => [{ kind: 'bank', id: stream }],
  *due(state, at) {
    for (const deadline of state.deadlines.inOrder()) {
      if (deadline.at > at) return;
      if (!state.totals.has(deadline.entity)) continue;
      yield {
        command: { name: 'Lapse', input: { counter: deadline.entity } },
        actor: { system: 'deadlines' },
        key: `lapse ${deadline.entity} ${deadline.at}`,
      };
    }
  },
  home: ({ store }) => store,
  settle(state) {
    for (let first = state.deadlines.first(); first; first = state.deadlines.first()) {
      if (state.totals.has(first.entity)) return;
      state.deadlines.dropFirst();
    }
  },
};

function decide(
  command: Decidable<TallyCommand>,
  state: ReadonlyState<Tally>,
  { last }: OldFacts<TallyEvent>,
): TallyEvent {
  switch (command.name) {
    case 'Add': {
      const { counter, n, days } = command.input;
      if (last?.event.type === 'Closed') throw new AlreadyClosed();
      const total = (state.totals.get(counter) ?? 0) + n;
      if (total > totalMax) throw new TooMuch({ total });
      return { type: 'Added', data: { counter, total, pad: 'x'.repeat(n > 40 ? 200_000 : 0), ...(days && { days }) } };
    }
    case 'Close':
    case 'Lapse':
      if (last) throw new AlreadyClosed({ revision: last.revision });
      if (!state.totals.has(command.input.counter)) throw new NotFound();
      return { type: 'Closed', data: { counter: command.input.counter, lapsed: command.name === 'Lapse' } };
    case 'Move':
      return { type: 'Moved', data: command.input };
    case 'Break':
      throw new TypeError('broken on purpose');
    default:
      return unreachable(command);
  }
}

export const tallyVersions = { Added: 1, Closed: 1, Moved: 1 } as const;

const stream = 'tally-00000000-0000-4000-8000-000000000001' as StreamId;
const person: Actor = { person: '00000000-0000-4000-8000-0000000000aa' as PersonId };

export function asked(command: TallyCommand, key: string = randomBytes(8).toString('hex')): Submission<TallyCommand> {
  return { stream, command, actor: person, key, correlation: 'correlation' };
}

/** Ids of counters are UUIDs, like those of everything else. */
export function counterId(n: number): string {
  return `c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** Commands are compared under one key that is always there; nothing is sealed. */
export const tallyVault: Vault = {
  ensureKeys: () => Promise.resolve([]),
  keysOf: (owners) => Promise.resolve(owners.map(() => categoryOf(stream) as KeyId)),
  seal: () => Promise.reject(new Error('a tally has no texts')),
  open: () => Promise.resolve(undefined),
  commandHash: (command, _keys, input) =>
    Promise.resolve(createHmac('sha256', command).update(input).digest('base64url')),
};
