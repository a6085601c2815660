import pg from 'pg';
import type { Clock } from '#kernel';
import { testDatabase } from '#testing';
import { eventStoreMigrations } from '../postgres/event-store.migrations.js';
import { postgresEventStore } from '../postgres/postgres-event-store.js';
import type { OpenStore } from './event-store.contract.js';

export interface OpenPostgres extends OpenStore {
  /** As the application, which may do little. */
  readonly pool: pg.Pool;
  /** As the owner of everything. */
  readonly owner: pg.Pool;
  readonly url: string;
}

export function applicationPool(url: string, max = 10): pg.Pool {
  return new pg.Pool({ connectionString: url, max, options: '-c role=reciproca_app' });
}

/** An empty store in a database of its own. */
export async function openPostgres(clock: Clock = Date): Promise<OpenPostgres> {
  const { url, pool: owner, drop } = await testDatabase({ migrations: eventStoreMigrations });
  const pool = applicationPool(url);
  const store = postgresEventStore(pool, clock);
  const otherPool = applicationPool(url);
  const elsewhere = postgresEventStore(otherPool, clock);
  const close = async (): Promise<void> => {
    await Promise.all([store.close(), elsewhere.close()]);
    await Promise.all([pool.end(), otherPool.end()]);
    await drop();
  };
  return { store, elsewhere, pool, owner, url, close };
}
