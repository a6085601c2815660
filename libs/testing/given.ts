import {
  Refusal,
  dumpState,
  type Actor,
  type AnyEvent,
  type Command,
  type CommandId,
  type Decidable,
  type Decided,
  type Instant,
  type KeyId,
  type NewId,
  type Powers,
  type Recorded,
  type SealedText,
  type StreamDefinition,
  type StreamId,
} from '#kernel';
import { deepFrozen, frozenView } from './given-frozen.js';
import { idOf } from './given-ids.js';

/** A fact of the past, with its actor where that matters. */
export type Happened<E extends AnyEvent> = E | Decided<E>;

/** A command and who asks it. */
export interface Asked<C extends Command> {
  readonly command: C;
  readonly actor: Actor;
  /** Left out: all of the actor's. */
  readonly powers?: Powers;
  readonly at?: Instant;
}

type RefusalClass = abstract new (...parameters: never) => Refusal;

export const pastInstant = '2026-03-02T09:00:00.000Z' as Instant;
export const askedInstant = '2026-03-10T09:00:00.000Z' as Instant;
const commandId = idOf<CommandId>('command');

/** The n-th id of a kind that the command of a test makes. */
export const newId: NewId = <Id extends string>(kind: string, n = 0) =>
  idOf(`${commandId} ${kind} ${String(n)}`) as string as Id;

/** What stands for a text that was sealed. */
export function sealed(plain: string): SealedText {
  return { keys: [idOf<KeyId>('key')], nonce: 'nonce', text: `sealed ${plain}` };
}

/** What a command leads to. */
export interface Outcome<E extends AnyEvent> {
  /** These events, in this order; an actor is compared where one is said. */
  then(...expected: readonly Happened<E>[]): void;
  refuses(kind: RefusalClass, facts?: Refusal['facts']): void;
  /** A row of a table: the types of the events made, or the code of the refusal. */
  verdict(expected: string): void;
}

/** A past, and the state that it makes. */
export interface Given<C extends Command, E extends AnyEvent, S extends object> {
  readonly state: S;
  when(asked: Asked<C>): Outcome<E>;
}

/**
 * given(past).when(command).then(events) for one kind of stream, without store, codec or keys. Every decision is made on
 * a state that cannot be changed, and its events are folded in.
 */
export function givenFor<C extends Command, E extends AnyEvent, S extends object>(
  definition: StreamDefinition<C, E, S>,
  stream: StreamId,
): (...past: readonly Happened<E>[]) => Given<C, E, S> {
  return (...past: readonly Happened<E>[]) => {
    const state = definition.initial(stream);
    const records = past.map((happened, revision) => recordedOf(stream, happened, revision));
    for (const record of records) {
      definition.evolve(state, record);
      definition.settle?.(state);
    }
    return {
      state,
      when: (asked: Asked<C>) => outcomeOf(() => decided(definition, { stream, state, records }, asked)),
    };
  };
}

function outcomeOf<E extends AnyEvent>(decide: () => readonly Decided<E>[]): Outcome<E> {
  return {
    then: (...expected: readonly Happened<E>[]): void => {
      const made = decide();
      expect(made.map(({ event }) => event)).toEqual(expected.map(eventOf));
      const actors = expected.map((happened, n) => ('actor' in happened ? happened.actor : made[n]?.actor));
      expect(made.map(({ actor }) => actor)).toEqual(actors);
    },
    refuses: (kind: RefusalClass, facts?: Refusal['facts']): void => {
      const refusal = refusalOf(decide);
      expect(refusal).toBeInstanceOf(kind);
      if (facts) expect(refusal?.facts).toEqual(facts);
    },
    verdict: (expected: string): void => {
      expect(verdictOf(decide)).toBe(expected);
    },
  };
}

function decided<C extends Command, E extends AnyEvent, S extends object>(
  definition: StreamDefinition<C, E, S>,
  past: { readonly stream: StreamId; readonly state: S; readonly records: readonly Recorded<E>[] },
  asked: Asked<C>,
): readonly Decided<E>[] {
  const { state, records } = past;
  const view = frozenView(state);
  const before = JSON.stringify(dumpState(state));
  const target = definition.targetOf(asked.command);
  const last = records.findLast(({ event }) => target !== undefined && definition.entityOf(event) === target);
  const facts = last && !definition.inState?.(asked.command, view) ? { last } : {};
  const made = attempt(() => definition.decide(deepFrozen(decidable(asked)), view, deepFrozen(facts)));
  expect(JSON.stringify(dumpState(state))).toBe(before);
  if ('refusal' in made) throw made.refusal;
  expect(made.events.length).toBeGreaterThan(0);
  for (const [n, happened] of made.events.entries()) {
    definition.evolve(state, recordedOf(past.stream, happened, past.records.length + n));
  }
  return made.events;
}

type Attempt<E extends AnyEvent> = { readonly events: readonly Decided<E>[] } | { readonly refusal: Refusal };

function attempt<E extends AnyEvent>(decide: () => readonly Decided<E>[]): Attempt<E> {
  try {
    return { events: decide() };
  } catch (cause) {
    if (cause instanceof Refusal) return { refusal: cause };
    throw cause;
  }
}

function verdictOf<E extends AnyEvent>(decide: () => readonly Decided<E>[]): string {
  const made = attempt(decide);
  return 'refusal' in made ? made.refusal.code : made.events.map(({ event }) => event.type).join(', ');
}

function refusalOf<E extends AnyEvent>(decide: () => readonly Decided<E>[]): Refusal | undefined {
  const made = attempt(decide);
  return 'refusal' in made ? made.refusal : undefined;
}

function decidable<C extends Command>({ command, actor, powers, at = askedInstant }: Asked<C>): Decidable<C> {
  const texts = Object.entries(command.texts ?? {}).map(([field, plain]) => [field, sealed(plain)] as const);
  const acting = { actor, ...(powers && { powers }) };
  return { ...command, ...acting, id: commandId, at, newId, sealed: Object.fromEntries(texts) };
}

function eventOf<E extends AnyEvent>(happened: Happened<E>): E {
  return 'event' in happened ? happened.event : happened;
}

/** A record as a store would give it back, with made-up ids. */
export function recordedOf<E extends AnyEvent>(
  stream: StreamId,
  happened: Happened<E>,
  revision: number,
  recordedAt: Instant = pastInstant,
): Recorded<E> {
  const command = { id: idOf<CommandId>(`past ${String(revision)}`), hash: '', keys: [], index: 0, count: 1 };
  const actor = 'actor' in happened ? happened.actor : { system: 'past' };
  return { stream, revision, recordedAt, command, actor, correlation: 'test', event: eventOf(happened) };
}
