import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';

const waitMsMax = 2_000;
const lookMs = 10;

/**
 * Has PostgreSQL clear away the rows of these tables as they were before now. `VACUUM` leaves what a transaction that is
 * older may still see, so those are waited for, two seconds at most; what a longer one keeps is left to `clearLeftovers`.
 */
export async function clearAway(client: ClientBase, tables: Iterable<string>): Promise<void> {
  const { rows } = await client.query<{ now: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as now');
  const now = rows[0]?.now;
  for (const until = Date.now() + waitMsMax; Date.now() < until && (await isOlderThere(client, now));) {
    await pause(lookMs);
  }
  for (const table of tables) await client.query(`vacuum ${table}`);
}

/** Of the other connections of this database: as far as the login may see them. */
async function isOlderThere(client: ClientBase, now: string | undefined): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and greatest(age(backend_xmin), age(backend_xid)) > age($1::text::xid8::xid) limit 1`,
    [now],
  );
  return rowCount !== 0;
}

/** What a longer transaction kept in tables of these schemas. As the login user. */
export async function clearLeftovers(client: ClientBase, schemas: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
     where n_dead_tup > 0 and schemaname = any ($1)`,
    [schemas],
  );
  await clearAway(
    client,
    rows.map(({ name }) => name),
  );
}
