import type { Append, AppendVerdict, Clock, Codec, EventStore, Vault } from '#kernel';
import type { SnapshotStore } from './snapshots.js';

/** Everything a writer needs of the world. */
export interface WriterPorts {
  readonly store: EventStore;
  /** Appends through the process's one flusher; errors as of the store. */
  readonly flusher: { append(append: Append): Promise<AppendVerdict> };
  readonly codec: Codec;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly snapshots: SnapshotStore;
  readonly pause: (ms: number) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** A fault that nobody waits for, to be logged. */
  readonly onFault: (cause: unknown) => void;
}
