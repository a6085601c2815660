import type { NetworkId } from '#kernel';
import { ReadModels, everyone, readModelMigrations, type Table } from '#read-model';
import { RecordList, idOf, journalOf, testDatabase, type TestDatabase } from '#testing';
import type { JournalEvent } from '../domain/journal/journal.events.js';
import { accountOf, ada, bank, bankHistory, nora, olga } from './bank.example.js';
import { ledgerViews } from './ledger.views.js';

/** The tables of the ledger that do not hang on a hub's door. */
const closed: readonly Table[] = ledgerViews
  .flatMap(({ tables }) => tables)
  .filter(({ readers }) => readers !== everyone);
const networkOf = (event: JournalEvent): readonly NetworkId[] =>
  event.type === 'BankOpened' ? [event.data.network] : [];
const [network] = bankHistory.flatMap(({ event }) => networkOf(event));

let database: TestDatabase;
let models: ReadModels;

beforeAll(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  const list = new RecordList();
  const { codec, vault } = list;
  const log = { warn: () => undefined };
  models = await ReadModels.open({ databaseUrl: database.url, views: ledgerViews, store: list, codec, vault, log });
  models.start();
  const atTheDesk = bankHistory
    .slice(-1)
    .map((happened) => ({ ...happened, actor: { person: olga, grant: { stream: journalOf(bank), revision: 8 } } }));
  await models.waitFor(list.happened(...bankHistory, ...atTheDesk));
});
afterAll(async () => {
  await models.close();
  await database.drop();
});

/** Rows of each table that row-level security alone shows to a reach. */
async function shown(reach: { readonly banks: readonly string[]; readonly scopes: readonly string[] }) {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local role reciproca_app');
    const settings = [`{${reach.banks.join()}}`, `{${reach.scopes.join()}}`];
    await client.query(`select set_config('app.banks', $1, true), set_config('app.scopes', $2, true)`, settings);
    const counts: [string, number][] = [];
    for (const { name } of closed) {
      const { rowCount } = await client.query(`select from read.${name}_v1`);
      counts.push([name, rowCount ?? 0]);
    }
    return new Map(counts);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const nothing = new Map(closed.map(({ name }) => [name, 0]));

test.each([
  { who: 'who administers its network', scopes: [network ?? '', idOf('somebody')] },
  { who: 'who administers another network', scopes: [idOf('another network'), idOf('somebody')] },
  { who: 'a keeper of a bank of another network', scopes: [idOf('another bank'), idOf('somebody')] },
])('$who sees no row of a bank by row-level security alone', async ({ scopes }) => {
  expect(network).toBeDefined();
  expect(await shown({ banks: [idOf('another bank')], scopes })).toEqual(nothing);
});

test('who keeps the bank sees rows in every one of those tables', async () => {
  const seen = await shown({ banks: [bank], scopes: [bank, nora] });
  expect([...seen].filter(([, rows]) => rows === 0)).toEqual([]);
});

test('a member sees the rows of the own account and not of the bank', async () => {
  const [all, own] = [
    await shown({ banks: [bank], scopes: [bank, nora] }),
    await shown({ banks: [bank], scopes: [accountOf(ada), ada] }),
  ];
  expect(own.get('membership')).toBe(1);
  expect(own.get('account_statement') ?? 0).toBeLessThan(all.get('account_statement') ?? 0);
});
