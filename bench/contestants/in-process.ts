import { fileURLToPath } from 'node:url';
import type { Arena } from '../arena.js';
import { withClient } from '../databases.js';
import { startRunner } from '../runner-child.js';
import { Books, inEmmett, inRecordTable, keptIn } from './books.js';
import type { Contestant } from './contestant.js';

const program = (name: string) => fileURLToPath(new URL(`../peers/${name}.js`, import.meta.url));

/** Of an ExchangePosted record as the product stores it, both lines. */
const recordBytes = 1500;

/** One record-sized row an INSERT on each connection, nothing else. */
export async function startLimit(arena: Arena): Promise<Contestant> {
  const databaseUrl = await arena.run.database(`${arena.name}_limit`);
  await withClient(databaseUrl, (client) =>
    client.query('create table record (id bigint generated always as identity primary key, record text not null)'),
  );
  return inProcess('limit', { databaseUrl, recordBytes }, inRecordTable, arena);
}

/** One event appended with @event-driven-io/emmett-postgresql. */
export async function startEmmett(arena: Arena): Promise<Contestant> {
  return inProcess('emmett', { databaseUrl: await arena.run.database(`${arena.name}_emmett`) }, inEmmett, arena);
}

async function inProcess(
  name: 'limit' | 'emmett',
  settings: { readonly databaseUrl: string; readonly recordBytes?: number },
  countSql: string,
  { keep }: Arena,
): Promise<Contestant> {
  const child = keep(await startRunner(program(name), { PEER: JSON.stringify(settings) }));
  const books = await Books.open(name, () => keptIn(settings.databaseUrl, countSql));
  return {
    name,
    pid: child.pid,
    books,
    settle: () => Promise.resolve(),
    async run(connections, seconds) {
      const measured = await child.run(connections, seconds);
      return { ...measured, added: measured.done };
    },
  };
}
