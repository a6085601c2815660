import { pino } from 'pino';
import type pg from 'pg';
import { openParts, type Parts } from '../../apps/server/parts.js';
import { viewsUnder } from '../../apps/server/views.js';
import { categoryOf, type Recorded } from '#kernel';
import type { View } from '#read-model';
import { withClient } from '../databases.js';
import type { History } from '../histories/histories.js';
import { townSettings } from '../town.js';
import { emptyTables, snake } from './read-tables.js';

/** Events whose statements go in one transaction. */
const eventsInTransaction = 500;
const batchSize = 500;
const anyKey = new Uint8Array(32);
const views = viewsUnder(anyKey);

type Change = Exclude<ReturnType<View['rows']>[number], { readonly kind: 'scrub' }>;

/** The usual projection: one event after the other, each of its rows a prepared statement that is waited for. Seconds an event. */
export async function rowAtATime(history: History, dataFolder: string, events: number): Promise<number> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  const parts = await openParts(townSettings(history.databaseUrl, dataFolder), log);
  try {
    return await withClient(history.databaseUrl, async (client) => {
      await client.query('set synchronous_commit = off');
      for (const { own, indexes } of await emptyTables(client)) {
        for (const index of indexes) await client.query(index);
        await client.query(`analyze ${own}`);
      }
      const started = performance.now();
      await fold(client, parts, events);
      return (performance.now() - started) / 1000 / events;
    });
  } finally {
    await parts.close();
  }
}

async function fold(client: pg.Client, { store, codec, vault }: Parts, events: number): Promise<void> {
  const ended = new AbortController();
  const categories = [...new Set(views.flatMap((view) => view.categories))];
  let left = events;
  await client.query('begin');
  for await (const { records } of store.subscribe({ after: 0n, categories, batchSize, signal: ended.signal })) {
    for (const stored of records.slice(0, left)) {
      const record = codec.decode(stored);
      for (const view of views.filter((each) => each.categories.some((c) => c === categoryOf(stored.stream)))) {
        for (const change of view.rows(record, await opened(view, record, vault))) {
          // Nobody is erased from a history that is measured.
          if (change.kind !== 'scrub') await write(client, change);
        }
      }
      left -= 1;
      if (left % eventsInTransaction === 0) await client.query('commit; begin');
    }
    if (left <= 0) break;
  }
  await client.query('commit');
  ended.abort();
}

async function opened(
  view: View,
  record: Recorded,
  vault: Parts['vault'],
): Promise<Record<string, string | undefined>> {
  const texts: Record<string, string | undefined> = {};
  for (const { name, sealed, place } of view.texts?.(record) ?? []) texts[name] = await vault.open(sealed, place);
  return texts;
}

async function write(client: pg.Client, change: Change): Promise<void> {
  const { text, name } = statementOf(change);
  const values = Object.entries(change.row).map(([property, value]) =>
    change.table.columns[property]?.startsWith('json') && value !== undefined ? JSON.stringify(value) : value,
  );
  await client.query({ name, text, values });
}

interface Statement {
  readonly name: string;
  readonly text: string;
}

const statements = new Map<string, Statement>();

/** The statement of one row; made once for each set of columns. */
function statementOf({ kind, table, row }: Change): Statement {
  const properties = Object.keys(row);
  const shape = [kind, table.name, ...properties].join();
  const known = statements.get(shape);
  if (known) return known;
  const columns = properties.map(snake);
  const key = table.key.map(snake);
  const rest = columns.filter((column) => !key.includes(column));
  const place = (column: string) => `$${String(columns.indexOf(column) + 1)}`;
  const text =
    kind === 'put'
      ? `insert into peer.${table.name} (${columns.join()}) values (${columns.map(place).join()})
         on conflict (${key.join()}) do ${rest.length === 0 ? 'nothing' : `update set ${rest.map((column) => `${column} = excluded.${column}`).join()}`}`
      : `update peer.${table.name} set ${rest.map((column) => `${column} = ${place(column)}`).join()}
         where ${key.map((column) => `${column} = ${place(column)}`).join(' and ')}`;
  const statement = { name: `row-${String(statements.size)}`, text };
  statements.set(shape, statement);
  return statement;
}
