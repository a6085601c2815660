import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const schemas = ['events', 'keys', 'staging'];
/** Where a fold is taken up again: made anew from the records, never backed up. */
const madeAnew = 'events.snapshot';

/** Lets PostgreSQL, which does not run as root, own a folder and what is in it. */
export function lendToPostgres(folder: string): void {
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'postgres', folder]);
}

interface CopiedTable {
  readonly name: string;
  readonly columns: string;
}

/** What pg_dump writes of the data: every table of events, keys and staging as COPY gives it, all in one snapshot. */
export async function copyOut(databaseUrl: string, folder: string): Promise<readonly CopiedTable[]> {
  mkdirSync(folder);
  lendToPostgres(folder);
  return as(databaseUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const { rows: tables } = await client.query<CopiedTable>(
      `select c.table_schema || '.' || c.table_name as name, string_agg(c.column_name, ', ' order by ordinal_position) as columns
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = any ($1) and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' group by 1 order by 1`,
      [schemas],
    );
    const copied = tables.filter(({ name }) => name !== madeAnew);
    for (const { name, columns } of copied) {
      await client.query(`copy ${name} (${columns}) to '${join(folder, name)}'`);
    }
    await client.query('commit');
    return copied;
  });
}

/** Into a database whose tables are made and hold nothing yet but what making them put there. */
export async function copyIn(databaseUrl: string, folder: string, tables: readonly CopiedTable[]): Promise<void> {
  await as(databaseUrl, async (client) => {
    await client.query('begin; set local session_replication_role = replica');
    for (const { name, columns } of tables) {
      await client.query(`delete from ${name}`);
      await client.query(`copy ${name} (${columns}) from '${join(folder, name)}'`);
    }
    await client.query('commit');
  });
}

/** Rows and a sum of their hashes, of every read table that serves: what stands in which order does not matter. */
export async function shownIn(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  return as(databaseUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string; version: number }>(
      `select unnest(tables) as name, version from read.version where status = 'serving' order by 1`,
    );
    const shown: Record<string, string> = {};
    for (const { name, version } of tables) {
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as digest
         from read.${name}_v${String(version)} t`,
      );
      shown[name] = rows[0]?.digest ?? '';
    }
    return shown;
  });
}

async function as<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
