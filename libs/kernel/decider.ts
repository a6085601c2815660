import type { CommandId, StreamId } from './ids.js';
import type { Powers } from './powers.js';
import type { Actor, AnyEvent, Decided, Recorded, RecordRef, SealedText } from './record.js';
import type { ReadonlyState } from './state.js';
import type { Instant } from './time.js';

/** What somebody asks of one stream, as validated: no clock, no token, no key, nothing filled in. */
export interface Command<Name extends string = string, Input = unknown> {
  readonly name: Name;
  readonly input: Input;
  /** Human text by field, NFC, in plain: the writer seals it before the queue. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Revision of the last record of the entity that the asker saw. */
  readonly expectedVersion?: number;
}

/** A command on its way to a stream's writer. */
export interface Submission<C extends Command = Command> {
  readonly stream: StreamId;
  readonly command: C;
  /** What was asked, where the server put more than that into the command's input: by this the command is compared. */
  readonly asked?: object;
  readonly actor: Actor;
  /** What the session may use of the actor's rights; left out: all. */
  readonly powers?: Powers;
  /** The client's idempotency key (`[A-Za-z0-9_-]{8,64}`) or, of a process, canonical [kind, entity, deadline or (stream, revision)]. */
  readonly key: string;
  /** Made by the server for one request; never a client's. */
  readonly correlation: string;
  readonly causation?: RecordRef;
}

/** A command as its decider sees it: stamped, with its ids and its texts sealed. */
export type Decidable<C extends Command> = C & {
  readonly id: CommandId;
  readonly at: Instant;
  readonly actor: Actor;
  /** `own`: no role of the actor's counts. Never in a record. */
  readonly powers?: Powers;
  readonly causation?: RecordRef;
  readonly newId: NewId;
  readonly sealed: Readonly<Record<string, SealedText>>;
};

/** The n-th new id of a kind, from 0: derived from the command id, the same at every decision. */
export type NewId = <Id extends string>(kind: string, n?: number) => Id;

/** Whose key seals a text. */
export interface KeyOwner {
  readonly kind: 'membership' | 'person' | 'bank' | 'network';
  readonly id: string;
}

/** Facts that can no longer change, read before the queue. */
export interface OldFacts<E extends AnyEvent> {
  /** The last record of the command's entity, when there is one. */
  readonly last?: Recorded<E>;
}

/** What a text belongs to, known before the queue. */
export interface Sealing {
  readonly entity: string;
  /** The field's name in the record: `note` for a command's `note.17`. */
  readonly field: string;
  readonly owners: readonly KeyOwner[];
}

/** A kind of stream: how it starts, what may happen to it, and how it changes. All of it pure. */
export interface StreamDefinition<C extends Command, E extends AnyEvent, State extends object> {
  readonly category: string;
  /** Raised when `evolve` or the state's shape changes: older snapshots are thrown away. */
  readonly foldVersion: number;
  initial(stream: StreamId): State;
  /** @throws Refusal when a rule is not met. Never empty: what changes nothing is NothingToChange. */
  decide(command: Decidable<C>, state: ReadonlyState<State>, facts: OldFacts<E>): readonly Decided<E>[];
  /** May change the state it is given. */
  evolve(state: State, record: Recorded<E>): void;
  /** The entity a record belongs to (an exchange, an account, a hub): its last revision is its version. */
  entityOf(event: E): string | undefined;
  /** The entity a command is about, if it exists already. */
  targetOf(command: C): string | undefined;
  /** Where one of the command's texts belongs. Ids that the command makes come from `newId`. */
  sealing(command: C, field: string, state: ReadonlyState<State>, newId: NewId, facts: OldFacts<E>): Sealing;
  /** Keys outside the texts under which the command is compared; the stream owner's unless it creates persons or memberships. */
  stampOwners(command: C, stream: StreamId): readonly KeyOwner[];
  /** True when the state alone answers for the command's target, so that its last record need not be read. */
  inState?(command: C, state: ReadonlyState<State>): boolean;
  /** All that is due at `at`, in the order of the deadlines; each is decided in that order, on what the ones before it left. */
  due?(state: ReadonlyState<State>, at: Instant, stream: StreamId): Iterable<DueCommand<C>>;
  /** The id of the store where the stream goes on; undefined: wherever it lies. In any other store nothing is decided. */
  home?(state: ReadonlyState<State>): string | undefined;
  /** Drops the deadlines at the head of the queue that no longer hold. Called on the confirmed state after each fold. */
  settle?(state: State): void;
}

/** A command of the system's, decided before anything else. */
export interface DueCommand<C extends Command> {
  readonly command: C;
  readonly actor: { readonly system: string };
  readonly key: string;
}
