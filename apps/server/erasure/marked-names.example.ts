import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** In every name, address and text of a test about erasure, and nowhere else. */
export const mark = 'qwxz';

export async function onDatabase<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every table of every schema in which some row holds the mark, whatever the case of its letters. */
export function tablesWithMark(databaseUrl: string): Promise<readonly string[]> {
  return onDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const marked = await client.query(`select from ${name} t where t::text ilike $1 limit 1`, [`%${mark}%`]);
      if (marked.rowCount !== 0) found.push(name);
    }
    return found;
  });
}

/**
 * Files of the database's tables and indexes that hold the mark once PostgreSQL has written everything out. Its log of
 * changes is not among them: segments of it are written over as they are taken up again, and docs/privacy.md says so.
 */
export async function databaseFilesWithMark(databaseUrl: string): Promise<readonly string[]> {
  const files = await onDatabase(databaseUrl, async (client) => {
    await client.query('checkpoint');
    const { rows } = await client.query<{ folder: string; name: string; path: string }>(
      `select current_setting('data_directory') as folder, relname as name, pg_relation_filepath(oid) as path
       from pg_class where pg_relation_filenode(oid) is not null and not relisshared`,
    );
    return rows.map(({ folder, name, path }) => ({ name, path: join(folder, path) }));
  });
  const marked = await Promise.all(files.map(async ({ name, path }) => ((await holdsMark(path)) ? [name] : [])));
  return marked.flat();
}

/** Files below a folder that hold the mark. */
export async function filesWithMark(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const marked = await Promise.all(files.map(async (path) => ((await holdsMark(path)) ? [path] : [])));
  return marked.flat();
}

async function holdsMark(path: string): Promise<boolean> {
  return (await readFile(path)).toString('latin1').toLowerCase().includes(mark);
}
