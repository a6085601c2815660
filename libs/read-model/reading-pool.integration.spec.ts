import { StoreUnavailable } from '#kernel';
import { eventually, testDatabase, type TestDatabase } from '#testing';
import { readModelMigrations } from './read-model.migration.js';
import { ReadingPool } from './reading-pool.js';

const log = { warn: () => undefined };
let database: TestDatabase;
let pool: ReadingPool;

beforeAll(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  pool = new ReadingPool({ databaseUrl: database.url, log, connectionsMax: 1, statementMsMax: 500 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const one = () => pool.query<{ one: number }>({ text: 'select 1 as one' });

describe('reading while PostgreSQL is away', () => {
  test('is unavailable where nothing listens', async () => {
    const nowhere = new ReadingPool({ databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing', log });

    await expect(nowhere.query({ text: 'select 1' })).rejects.toThrow(StoreUnavailable);
    await nowhere.end();
  });

  test('is unavailable when the connection is cut under a query, and works again on the next', async () => {
    const patient = new ReadingPool({ databaseUrl: database.url, log });
    const cut = expect(patient.query({ text: 'select pg_sleep(60)' })).rejects.toThrow(StoreUnavailable);
    await eventually(async () => {
      const { rows } = await database.pool.query<{ cut: boolean }>(
        `select pg_terminate_backend(pid) as cut from pg_stat_activity where query = 'select pg_sleep(60)'`,
      );
      expect(rows).toEqual([{ cut: true }]);
    });
    await cut;

    expect(await patient.query({ text: 'select 1 as one' })).toEqual([{ one: 1 }]);
    await patient.end();
  });

  test('is unavailable for a query that takes too long, which PostgreSQL then ends', async () => {
    await expect(pool.query({ text: 'select pg_sleep(60)' })).rejects.toThrow(StoreUnavailable);

    expect(await one()).toEqual([{ one: 1 }]);
  });

  test('leaves a fault what it is', async () => {
    await expect(pool.query({ text: 'select 1 / 0' })).rejects.toMatchObject({ code: '22012' });
    expect(await one()).toEqual([{ one: 1 }]);
  });
});

describe('queries that share a connection', () => {
  const quick = (sql: string, ...values: readonly unknown[]) =>
    pool.quick<{ n: number }>({ name: sql, text: sql, values: [...values] });

  test('have each their own answer, and one that fails fails alone', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) => quick('select 700 / $1::int as n', n % 10)),
    );

    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual(
      answers.map((_, n) => (n % 10 === 0 ? 'failed' : [{ n: Math.floor(700 / (n % 10)) }])),
    );
    expect(await quick('select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('are all unavailable when their connection is cut, and the next ones are answered', async () => {
    const patient = new ReadingPool({ databaseUrl: database.url, log });
    const asleep = 'select pg_sleep(59)';
    const cut = [asleep, 'select 3 as n'].map((text) =>
      expect(patient.quick({ text })).rejects.toThrow(StoreUnavailable),
    );
    await eventually(async () => {
      const { rows } = await database.pool.query<{ cut: boolean }>(
        `select pg_terminate_backend(pid) as cut from pg_stat_activity where query = '${asleep}'`,
      );
      expect(rows).toEqual([{ cut: true }]);
    });
    await Promise.all(cut);

    expect(await patient.quick({ text: 'select 4 as n' })).toEqual([{ n: 4 }]);
    await patient.end();
  });

  test('are unavailable where nothing listens', async () => {
    const nowhere = new ReadingPool({ databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing', log });

    await expect(nowhere.quick({ text: 'select 1' })).rejects.toThrow(StoreUnavailable);
    await nowhere.end();
  });
});
