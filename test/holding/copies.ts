import { execFileSync } from 'node:child_process';
import pg from 'pg';

/** Lets PostgreSQL, which does not run as root, own a folder and what is in it. */
export function lendToPostgres(folder: string): void {
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'postgres', folder]);
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
