import type { AccountId, CommandId, ImportId, KeyId, PersonId, StreamId } from './ids.js';
import type { EntryNumber, Minutes } from './minutes.js';
import type { Instant } from './time.js';

/** Points at one record for ever: the only way records refer to each other. */
export interface RecordRef {
  readonly stream: StreamId;
  readonly revision: number;
}

/** The store's global order, opaque: strictly increasing, never stored in a record. */
export type Position = bigint;

/** Human text under the keys of all its owners; unreadable for ever once one of them is destroyed. */
export interface SealedText {
  /** Ids of the owners' keys, ascending. */
  readonly keys: readonly KeyId[];
  readonly nonce: string;
  readonly text: string;
}

export interface LimitWarning {
  readonly kind: 'floor' | 'ceiling';
  readonly limitMinutes: Minutes;
}

/** One account's share of an entry. */
export interface Leg {
  readonly account: AccountId;
  /** Credited when positive, debited when negative. */
  readonly minutes: Minutes;
  readonly balanceAfterMinutes: Minutes;
  /** Soft limits that this entry passes. */
  readonly warnings?: readonly LimitWarning[];
}

/** The part of a record that moves hours: its legs sum to zero. */
export interface Entry {
  readonly number: EntryNumber;
  readonly legs: readonly Leg[];
}

/** A fact in the past tense, in plain JSON. */
export interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}

/** The only kind of event that moves a balance. */
export interface EntryEvent<Type extends string, Data> extends Event<Type, Data> {
  readonly entry: Entry;
}

export type AnyEvent = Event<string, unknown> & { readonly entry?: Entry };

/** Who acts. `for` is the account of the member for whom a delegate acts; the decider fills `grant`. */
export interface PersonActor {
  readonly person: PersonId;
  readonly for?: AccountId;
  readonly grant?: RecordRef;
}
export interface SystemActor {
  readonly system: string;
}
export interface ImportActor {
  readonly import: ImportId;
  readonly person: PersonId;
}
export type Actor = PersonActor | SystemActor | ImportActor;

export interface CommandTrace {
  readonly id: CommandId;
  /** base64url. */
  readonly hash: string;
  readonly keys: readonly KeyId[];
  /** This event's place among the `count` that one command made. */
  readonly index: number;
  readonly count: number;
}

/** One event as it stands in its stream, read and upcast. */
export interface Recorded<E extends AnyEvent = AnyEvent> {
  readonly stream: StreamId;
  /** From 0. The number members see is `revision + 1`. */
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly command: CommandTrace;
  readonly actor: Actor;
  readonly correlation: string;
  readonly causation?: RecordRef;
  readonly event: E;
}

/** What a decider hands on: an event and the actor with the grant it used. */
export interface Decided<E extends AnyEvent = AnyEvent> {
  readonly event: E;
  readonly actor: Actor;
}
