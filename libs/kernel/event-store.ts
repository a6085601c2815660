import type { StreamId } from './ids.js';
import type { Position } from './record.js';

/** A record as it is stored: bytes that never change again. */
export interface EncodedRecord {
  readonly stream: StreamId;
  /** From 0. */
  readonly revision: number;
  readonly type: string;
  /** U(hash): the same bytes have the same id in every store. */
  readonly id: string;
  /** 32 bytes. */
  readonly hash: Uint8Array;
  /** Line 1 the canonical head, line 2 the canonical parts, one LF between; at most 256 kB in UTF-8. */
  readonly text: string;
}

/** A record as the store gives it back, with its place in the global order. */
export interface StoredRecord extends EncodedRecord {
  readonly position: Position;
}

export interface Append {
  readonly stream: StreamId;
  /** The revision of the last record; -1 where the stream must not exist. */
  readonly expectedRevision: number;
  /** Consecutive from `expectedRevision + 1`; at most 512 kB together. Empty: only checks the revision. */
  readonly records: readonly EncodedRecord[];
}

export type AppendVerdict =
  /** Durable. `position` of the last record; of an empty append, the store's head. */
  | { readonly status: 'appended'; readonly position: Position }
  /** Nothing of this append was stored; `revision` is the stream's last. */
  | { readonly status: 'conflict'; readonly revision: number };

/** Records in order, and how far the reader has come: `through` also passes what the filter left out. */
export interface Batch {
  readonly records: readonly StoredRecord[];
  readonly through: Position;
}

export interface Subscription {
  /** Strictly after this position; 0n from the start. */
  readonly after: Position;
  /** Only streams of these categories. */
  readonly categories: readonly string[];
  /** At most this many records a batch. */
  readonly batchSize: number;
  readonly signal: AbortSignal;
}

/**
 * The port to the event store. Three adapters pass one contract suite (libs/event-store/contract).
 *
 * Errors: StoreUnavailable when nothing was stored for certain; OutcomeUnknown when it may have been:
 * sending the same bytes at the same revision again is always safe and gives the definite answer.
 */
export interface EventStore {
  append(append: Append): Promise<AppendVerdict>;
  /** One verdict an append, in the same order; one stream's conflict does not touch the others. A stream stands at most once. */
  appendMany(appends: readonly Append[]): Promise<readonly AppendVerdict[]>;
  /** Records `from` (a revision) onwards, at most `limit`; fewer only at the end of the stream. */
  readStream(stream: StreamId, from: number, limit: number): Promise<readonly StoredRecord[]>;
  /** Catches up, then goes on live. The next batch is read when the last was taken (back-pressure). Ends when the signal is aborted. */
  subscribe(subscription: Subscription): AsyncIterable<Batch>;
  /** Position of the last record of all; 0n in an empty store. */
  head(): Promise<Position>;
  /** A UUID made once per store. */
  storeId(): Promise<string>;
  close(): Promise<void>;
}

/** Nothing was stored: the store could not be reached, or refused for want of space. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The answer was lost: the append may or may not have been stored. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** Stored records are not what they must be: a hole, a broken chain, a record that cannot be read. */
export class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged';
}

export const recordBytesMax = 256 * 1024;
export const appendBytesMax = 512 * 1024;
