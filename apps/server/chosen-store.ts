import type pg from 'pg';
import {
  ClockedAppends,
  Flusher,
  openEventStoreDb,
  postgresEventStore,
  refuseUnsafeSettings,
  type WriterPorts,
} from '#event-store';
import type { Clock } from '#kernel';
import type { Settings } from './settings.js';

/**
 * The store that the settings choose, and how appends reach it: PostgreSQL takes those of all streams in one flush,
 * EventStoreDB those of each stream by themselves.
 *
 * @throws with one sentence where it cannot be used safely
 */
export async function openChosenStore(
  { eventStoreUrl, environment }: Settings,
  pool: pg.Pool,
  clock: Clock,
): Promise<Pick<WriterPorts, 'store' | 'flusher'>> {
  await refuseUnsafeSettings(pool, environment === 'test');
  if (eventStoreUrl !== undefined) {
    const store = await openEventStoreDb(eventStoreUrl);
    return { store, flusher: new ClockedAppends(store, pool, clock) };
  }
  const store = postgresEventStore(pool, clock);
  return { store, flusher: new Flusher(store) };
}

export type StoreKind = 'EventStoreDB' | 'PostgreSQL';

export function storeKindOf({ eventStoreUrl }: Settings): StoreKind {
  return eventStoreUrl === undefined ? 'PostgreSQL' : 'EventStoreDB';
}
