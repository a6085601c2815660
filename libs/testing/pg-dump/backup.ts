import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const program = join(import.meta.dirname, 'program.mjs');
const page = join(import.meta.dirname, '../../../docs/backup.md');

/** A backup as docs/backup.md says it is taken, word by word, by PostgreSQL's own pg_dump: one dump after the other. */
export async function takeBackup(databaseUrl: string): Promise<readonly string[]> {
  const [, commands] = /^```sh backup\n(.*?)^```/ms.exec(await readFile(page, 'utf8')) ?? [];
  const dumps: string[] = [];
  for (const flags of flagsOf(commands ?? '')) {
    const words = [program, databaseUrl, '--rows-per-insert=100', ...flags];
    const { stdout } = await run(process.execPath, words, { maxBuffer: 256 * 1024 * 1024 });
    dumps.push(stdout);
  }
  return dumps;
}

/** Into a database that holds nothing yet: all of the dumps, or none. */
export async function bringBack(databaseUrl: string, dumps: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    for (const dump of dumps) await client.query(dump);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Of each command, without what a test sets itself. */
function flagsOf(commands: string): readonly (readonly string[])[] {
  const lines = commands.replaceAll('\\\n', ' ').split('\n');
  return lines
    .filter((line) => line.startsWith('pg_dump '))
    .map((line) => [...line.matchAll(/ (--[a-z-]+)=?(?:'(.*?)'|(\S+))?/g)])
    .map((flags) => flags.filter(([, name]) => name !== '--file' && name !== '--dbname'))
    .map((flags) => flags.map(([, name, quoted, bare]) => [name, quoted ?? bare].filter(Boolean).join('=')));
}
