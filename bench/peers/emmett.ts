import { randomUUID } from 'node:crypto';
import type { Event } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { answerRuns } from './runner.js';
import { poolSize } from './settings.js';

type ExchangePosted = Event<
  'ExchangePosted',
  { readonly provider: string; readonly receiver: string; readonly minutes: number; readonly serviceDate: string }
>;

/** `emmett`: one event appended to a stream of its own, in process: no HTTP, no token, no balance. */
const { databaseUrl } = JSON.parse(process.env['PEER'] ?? '{}') as { readonly databaseUrl: string };
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
const store = getPostgreSQLEventStore(databaseUrl, {
  schema: { autoMigration: 'None' },
  connectionOptions: { pool },
});
await store.schema.migrate();

answerRuns({
  once: async () => {
    const data = { provider: randomUUID(), receiver: randomUUID(), minutes: 30, serviceDate: '2026-10-05' };
    await store.appendToStream<ExchangePosted>(`exchange-${randomUUID()}`, [{ type: 'ExchangePosted', data }]);
  },
  close: async () => {
    await store.close();
    await pool.end();
  },
});
