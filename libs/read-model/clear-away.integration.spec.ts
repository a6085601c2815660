import { eventually, testDatabase, type TestDatabase } from '#testing';
import { clearAway, clearLeftovers } from './clear-away.js';
import { connect } from './connection.js';

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase();
  await database.pool.query('create table public.person (name text)');
  await database.pool.query(`insert into public.person values ('Carla Ferri')`);
});

afterEach(() => database.drop());

/** Nothing of the file is in use once the only row is cleared away. */
async function bytes(): Promise<number> {
  const { rows } = await database.pool.query<{ bytes: number }>(
    `select pg_relation_size('public.person')::int as bytes`,
  );
  return rows[0]?.bytes ?? -1;
}

async function whileOlderIsOpen(work: (end: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const [older, client] = [await connect(database.url), await connect(database.url)];
  try {
    await older.query('begin isolation level repeatable read');
    await older.query('select 1');
    await client.query('delete from public.person');
    await work(() => older.query('commit'));
  } finally {
    await older.end();
    await client.end();
  }
}

test('what a transaction that is older may still see is cleared away once that ends', async () => {
  const client = await connect(database.url);
  await whileOlderIsOpen(async (end) => {
    const cleared = clearAway(client, ['public.person']);
    // It looks for older ones before it clears anything away.
    await eventually(async () => {
      const { rows } = await database.pool.query<{ query: string }>(
        `select query from pg_stat_activity where pid <> pg_backend_pid() and query like 'select from pg_stat_activity%'`,
      );
      expect(rows).toHaveLength(1);
    });
    await end();
    await cleared;
    expect(await bytes()).toBe(0);
  });
  await client.end();
});

test('what one keeps for longer is a leftover, which goes when it is looked for after that', async () => {
  const client = await connect(database.url);
  await whileOlderIsOpen(async (end) => {
    await clearAway(client, ['public.person']);
    expect(await bytes()).not.toBe(0);
    await end();
    await eventually(async () => {
      await clearLeftovers(client, ['public']);
      expect(await bytes()).toBe(0);
    });
  });
  await client.end();
});
