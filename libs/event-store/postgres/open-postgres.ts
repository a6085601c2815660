import pg from 'pg';
import type { Clock, EventStore } from '#kernel';
import { postgresEventStore } from './postgres-event-store.js';
import { refuseUnsafeSettings } from './refuse-unsafe-settings.js';

const connectionsMax = 10;

/**
 * Opens the store at an address, where the migrations were applied, on connections of its own: `close` ends them too.
 *
 * @param acceptUnsafe for tests, on a PostgreSQL that need not survive a crash
 * @throws UnsafeDatabaseSettings
 */
export async function openPostgres(url: string, clock: Clock, acceptUnsafe: boolean): Promise<EventStore> {
  const pool = new pg.Pool({ connectionString: url, max: connectionsMax, options: '-c role=reciproca_app' });
  const store = postgresEventStore(pool, clock, () => pool.end());
  try {
    await refuseUnsafeSettings(pool, acceptUnsafe);
    return store;
  } catch (cause) {
    await store.close();
    throw cause;
  }
}
