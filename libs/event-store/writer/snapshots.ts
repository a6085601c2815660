import { deserialize, serialize } from 'node:v8';
import type { Instant, StreamId } from '#kernel';
import type { FingerprintDump } from './fingerprint-index.js';

/**
 * A folded stream, to start from instead of its first record. Never exported, never backed up:
 * it is thrown away unless the stored record at `revision` has `hash` and the fold is of `foldVersion`.
 */
export interface Snapshot {
  readonly format: typeof snapshotFormat;
  readonly foldVersion: number;
  readonly stream: StreamId;
  readonly revision: number;
  readonly hash: Uint8Array;
  readonly recordedAt: Instant;
  readonly state: unknown;
  readonly entities: FingerprintDump;
  readonly commands: FingerprintDump;
}

/** Of what is written today; another one is thrown away. */
export const snapshotFormat = 2;

/** Keeps the last snapshot of each stream. */
export interface SnapshotStore {
  read(stream: StreamId): Promise<Uint8Array | undefined>;
  write(stream: StreamId, revision: number, bytes: Uint8Array): Promise<void>;
}

export function packSnapshot(snapshot: Snapshot): Uint8Array {
  return serialize(snapshot);
}

/** undefined when the bytes are not a snapshot of today's format that this version of Node can read. */
export function unpackSnapshot(bytes: Uint8Array): Snapshot | undefined {
  try {
    const snapshot = deserialize(bytes) as Snapshot | { readonly format?: undefined };
    return snapshot.format === snapshotFormat ? snapshot : undefined;
  } catch {
    return undefined;
  }
}
