import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** In every name, address and text of a test about erasure, and nowhere else: four letters come by chance in the base64 of a whole database. */
export const mark = 'qwxzvkjqxw';

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
 * Files of the database's tables and indexes in whose rows, dead ones too, the mark is once PostgreSQL has written
 * everything out. Free space within a page is not looked at, as `VACUUM` frees it without writing over it, nor is the log
 * of changes, whose segments are written over as they are taken up again: docs/privacy.md says so.
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
  const marked = await Promise.all(
    files.map(async ({ name, path }) => (inUse(await readFile(path)).some(holdsMark) ? [name] : [])),
  );
  return marked.flat();
}

const pageBytes = 8_192;

/** Of each page what is before and after its free space, whose bounds stand in its head: `pd_lower` and `pd_upper`. */
function inUse(file: Buffer): readonly Buffer[] {
  return Array.from({ length: Math.ceil(file.length / pageBytes) }, (_, place) => {
    const page = file.subarray(place * pageBytes, (place + 1) * pageBytes);
    return Buffer.concat([page.subarray(0, page.readUInt16LE(12)), page.subarray(page.readUInt16LE(14))]);
  });
}

/** Files below a folder that hold the mark. */
export async function filesWithMark(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const marked = await Promise.all(files.map(async (path) => (holdsMark(await readFile(path)) ? [path] : [])));
  return marked.flat();
}

function holdsMark(bytes: Buffer): boolean {
  return bytes.toString('latin1').toLowerCase().includes(mark);
}
