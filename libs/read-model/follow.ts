import type { EventStore, Position, StoredRecord } from '#kernel';
import { after, Fenced, foldAll, type Reading } from './advance.js';
import type { Fold, Target } from './delivery.js';
import type { Standing } from './registry.js';

/** How far the serving versions are, and which they are. */
export interface Served extends Standing {
  readonly targets: readonly Target[];
}

/** Where the rows of all views and their one checkpoint are kept. */
export interface ServedTables {
  load(): Promise<Served>;
  /**
   * Rows and checkpoint, both or neither.
   *
   * @returns whether streams were parked
   * @throws Fenced where the checkpoint, the store or the versions are not those of `from`
   */
  take(folds: readonly Fold[], from: Served, through: Position, storeId: string): Promise<boolean>;
}

export interface Following extends Reading {
  readonly store: Pick<EventStore, 'subscribe' | 'storeId'>;
  readonly categories: readonly string[];
  /** Ends early when the signal is aborted; never throws. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

const paceMs = 20;
const batchSize = 2_000;

/**
 * Takes batch after batch, in order and each record once, whatever is delivered. Batches are paced: while one waits, the
 * next grows, and a lone record is still visible at once.
 */
export async function follow(tables: ServedTables, following: Following, signal: AbortSignal): Promise<void> {
  const { store, categories, pause } = following;
  const storeId = await store.storeId();
  let served = await tables.load();
  const ended = new AbortController();
  const batches = store.subscribe({
    after: served.position,
    categories,
    batchSize,
    signal: AbortSignal.any([signal, ended.signal]),
  });
  try {
    for await (const { records, through } of batches) {
      if (through <= served.position) continue;
      const rested = pause(paceMs, signal);
      const fresh = after(served.position, records);
      served = await take(tables, following, served, fresh, through, storeId);
      if (records.length < batchSize) await rested;
    }
  } finally {
    ended.abort();
  }
}

/** Other versions may serve since the last batch: then it is folded again for those. */
async function take(
  tables: ServedTables,
  reading: Reading,
  served: Served,
  records: readonly StoredRecord[],
  through: Position,
  storeId: string,
): Promise<Served> {
  const folds = await foldAll(served.targets, records, reading);
  try {
    const parked = await tables.take(folds, served, through, storeId);
    return parked ? await tables.load() : { ...served, position: through };
  } catch (error) {
    if (!(error instanceof Fenced)) throw error;
    const now = await tables.load();
    const onlyVersionsMoved = now.position === served.position && now.generation !== served.generation;
    if (!onlyVersionsMoved || (now.storeId ?? storeId) !== storeId) throw error;
    return take(tables, reading, now, records, through, storeId);
  }
}
