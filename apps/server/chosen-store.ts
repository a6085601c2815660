import type pg from 'pg';
import {
  ClockedAppends,
  Flusher,
  eventStoreMigrations,
  openEventStoreDb,
  openPostgres,
  postgresEventStore,
  refuseUnsafeSettings,
  type WriterPorts,
} from '#event-store';
import type { Clock, EventStore } from '#kernel';
import { migrate } from '#read-model';
import type { Settings } from './settings.js';

/**
 * The store that the settings choose, and how appends reach it: PostgreSQL takes those of all streams in one flush,
 * EventStoreDB those of each stream by themselves.
 *
 * @throws with one sentence where it cannot be used safely
 */
export async function openChosenStore(
  settings: Settings,
  pool: pg.Pool,
  clock: Clock,
): Promise<Pick<WriterPorts, 'store' | 'flusher'>> {
  const { eventStoreUrl, environment } = settings;
  await refuseUnsafeSettings(pool, environment === 'test');
  if (eventStoreUrl !== undefined) {
    const store = await openEventStore(eventStoreUrl, clock, settings);
    return { store, flusher: isPostgres(eventStoreUrl) ? new Flusher(store) : new ClockedAppends(store, pool, clock) };
  }
  const store = postgresEventStore(pool, clock);
  return { store, flusher: new Flusher(store) };
}

/**
 * The store at an address, on connections that end with it: `postgres://…`, where its migrations are applied, or `esdb://…`.
 *
 * @param named where the address was written
 */
export async function openEventStore(
  url: string,
  clock: Clock,
  { environment }: Pick<Settings, 'environment'>,
  named = 'EVENT_STORE_URL',
): Promise<EventStore> {
  if (!isPostgres(url)) return openEventStoreDb(url, named);
  await migrate(url, eventStoreMigrations);
  return openPostgres(url, clock, environment === 'test');
}

function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

export type StoreKind = 'EventStoreDB' | 'PostgreSQL';

export function storeKindOf({ eventStoreUrl }: Settings): StoreKind {
  return eventStoreUrl === undefined || isPostgres(eventStoreUrl) ? 'PostgreSQL' : 'EventStoreDB';
}
