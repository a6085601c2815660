import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '#kernel';
import type { Client } from 'pg';
import { advance, after, Fenced, foldAll, type Reading } from './advance.js';
import { connect } from './connection.js';
import type { Target } from './delivery.js';
import type { Log } from './log.js';
import type { View } from './projection.js';
import { servingTargets, standing, type Standing } from './registry.js';

export interface Projecting extends Reading {
  readonly databaseUrl: string;
  readonly views: readonly View[];
  readonly store: Pick<EventStore, 'subscribe' | 'head' | 'storeId'>;
  readonly log: Log;
}

const paceMs = 20;
const againMs = 250;
const batchSize = 2_000;

/** One projector at a time, whatever the number of processes; the compare-and-set is the fence when the lock is lost. */
const projectorLock = 7_203_912;

/**
 * Keeps all versions that serve at the store's head: one subscription, one reading of every record and one transaction
 * a batch for all of them. Batches are paced: while one waits, the next grows, and a lone record is still visible at once.
 */
export async function keepUp(projecting: Projecting, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const client = await connect(projecting.databaseUrl, 'reciproca_projector');
      try {
        await whenLeading(client, signal);
        await follow(client, projecting, signal);
      } finally {
        await client.end();
      }
    } catch (error) {
      if (!isOver(signal)) projecting.log.warn({ err: error }, 'the views stopped and start again');
    }
    await pause(againMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Asked anew: it may have been aborted meanwhile. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function whenLeading(client: Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ leads: boolean }>('select pg_try_advisory_lock($1) as leads', [
      projectorLock,
    ]);
    if (rows[0]?.leads) return;
    await pause(againMs, undefined, { signal }).catch(() => undefined);
  }
}

async function follow(client: Client, projecting: Projecting, signal: AbortSignal): Promise<void> {
  const { store, views } = projecting;
  const storeId = await store.storeId();
  let state = await load(client, views);
  const ended = new AbortController();
  const batches = store.subscribe({
    after: state.position,
    categories: [...new Set(views.flatMap((view) => view.categories))],
    batchSize,
    signal: AbortSignal.any([signal, ended.signal]),
  });
  try {
    for await (const { records, through } of batches) {
      if (through <= state.position) continue;
      const rested = pause(paceMs, undefined, { signal }).catch(() => undefined);
      const fresh = after(state.position, records);
      state = await take(client, projecting, state, fresh, through, storeId);
      if (records.length < batchSize) await rested;
    }
  } finally {
    ended.abort();
  }
}

interface State extends Standing {
  readonly targets: readonly Target[];
}

async function load(client: Client, views: readonly View[]): Promise<State> {
  return { ...(await standing(client)), targets: await servingTargets(client, views) };
}

/** Other versions may serve since the last batch: then it is folded again for those. */
async function take(
  client: Client,
  projecting: Projecting,
  state: State,
  records: Parameters<typeof foldAll>[1],
  through: bigint,
  storeId: string,
): Promise<State> {
  const folds = await foldAll(state.targets, records, projecting);
  const move = async () => {
    const moved = await client.query(
      `update read.progress set position = $1, store_id = $2
       where position = $3 and generation = $4 and coalesce(store_id, $2) = $2`,
      [through, storeId, state.position, state.generation],
    );
    return moved.rowCount === 1;
  };
  try {
    const parked = await advance(client, folds, move);
    return parked ? await load(client, projecting.views) : { ...state, position: through };
  } catch (error) {
    if (!(error instanceof Fenced)) throw error;
    const now = await load(client, projecting.views);
    const onlyVersionsMoved = now.position === state.position && now.generation !== state.generation;
    if (!onlyVersionsMoved || (now.storeId ?? storeId) !== storeId) throw error;
    return take(client, projecting, now, records, through, storeId);
  }
}
