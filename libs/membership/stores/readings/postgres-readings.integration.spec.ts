import pg from 'pg';
import { TryAgain, type AccountId, type BankId, type PersonId, type Reading } from '#kernel';
import { eventually, idOf, testDatabase, type TestDatabase } from '#testing';
import { PostgresReadings } from './postgres-readings.js';
import { readingMigrations } from './reading.migrations.js';

const [bank, account, reader] = [idOf<BankId>('bank'), idOf<AccountId>('account'), idOf<PersonId>('reader')];
const statement: Reading = { bank, account, reader, kind: 'statement' };

let database: TestDatabase;
let pool: pg.Pool;
let clock: { at: number; now: () => number };
let troubles: unknown[];
let readings: PostgresReadings;

beforeEach(async () => {
  database = await testDatabase({ migrations: readingMigrations });
  pool = new pg.Pool({ connectionString: database.url, options: '-c role=reciproca_app' });
  clock = { at: Date.parse('2026-03-10T09:15:42.500Z'), now: () => clock.at };
  troubles = [];
  readings = opened(pool);
});
afterEach(async () => {
  await readings.close();
  await pool.end();
  await database.drop();
});

function opened(on: Pick<pg.Pool, 'query'>): PostgresReadings {
  return new PostgresReadings({ pool: on, clock, onTrouble: (cause) => troubles.push(cause) });
}

async function written(): Promise<readonly object[]> {
  const sql = `select bank_id, account_id, reader_id, kind, to_char(minute at time zone 'UTC', 'HH24:MI') as minute
    from register.reading order by id`;
  return (await database.pool.query<object>(sql)).rows;
}

const row = (kind: string, minute: string) => ({ bank_id: bank, account_id: account, reader_id: reader, kind, minute });

test('a minute of reading is one row of its kind, however often and by however many processes', async () => {
  const other = opened(pool);
  for (const register of [readings, other, readings]) register.note(statement);
  readings.note({ ...statement, kind: 'account' });
  clock.at += 17_499;
  readings.note(statement);
  clock.at += 1;
  readings.note(statement);
  await readings.close();
  await other.close();

  const rows = await written();
  expect(rows).toHaveLength(3);
  const minutes = [row('statement', '09:15'), row('account', '09:15'), row('statement', '09:16')];
  expect(rows).toEqual(expect.arrayContaining(minutes));
});

test('what was done to a sign-in is written down before anybody goes on, one row a minute', async () => {
  const printed = { bank, account, reader, kind: 'code-printed' } as const;
  await readings.record(printed);
  expect(await written()).toEqual([row('code-printed', '09:15')]);
  await readings.record(printed);
  await readings.record({ ...printed, kind: 'contact-changed' });
  expect(await written()).toEqual([row('code-printed', '09:15'), row('contact-changed', '09:15')]);

  const stuck = opened({ query: () => Promise.reject(new Error('away')) } as never);
  await expect(stuck.record(printed)).rejects.toThrow('away');
});

test('it is written down by itself a moment later', async () => {
  readings.note(statement);
  await eventually(async () => {
    expect(await written()).toEqual([row('statement', '09:15')]);
  });
});

test('what the database did not take is kept and written down once it does', async () => {
  let isAway = true;
  const flickering = {
    query: (sql: string, values: unknown[]) => (isAway ? Promise.reject(new Error('away')) : pool.query(sql, values)),
  };
  const patient = opened(flickering as never);
  patient.note(statement);
  await eventually(() => {
    expect(troubles.length).toBeGreaterThan(1);
  });
  isAway = false;
  await patient.close();

  expect(await written()).toEqual([row('statement', '09:15')]);
});

test('nobody reads by a role while ten thousand readings wait to be written down', async () => {
  const stuck = opened({ query: () => Promise.reject(new Error('away')) } as never);
  const other = (n: number): Reading => ({ ...statement, account: idOf<AccountId>(`account ${String(n)}`) });
  for (let n = 0; n < 10_000; n += 1) stuck.note(other(n));
  expect(() => {
    stuck.note(other(10_000));
  }).toThrow(TryAgain);
  expect(() => {
    stuck.note(other(1));
  }).not.toThrow();
  await stuck.close();
});

test('the application adds to the register and takes nothing away, and sees only what its reader may', async () => {
  readings.note(statement);
  await readings.close();
  const client = await pool.connect();
  const seenWith = async (scope: string): Promise<number> => {
    await client.query(`set app.scopes = '{${scope}}'`);
    return (await client.query('select from register.reading')).rowCount ?? 0;
  };
  try {
    for (const scope of [account, bank]) expect(await seenWith(scope)).toBe(1);
    for (const scope of [reader, idOf('another account')]) expect(await seenWith(scope)).toBe(0);
    for (const verb of ['delete from', 'truncate', 'insert into']) {
      const rest = verb === 'insert into' ? ' default values' : '';
      await expect(client.query(`${verb} register.reading${rest}`)).rejects.toThrow('permission denied');
    }
    await expect(client.query(`update register.reading set kind = 'account'`)).rejects.toThrow('permission denied');
  } finally {
    client.release(true);
  }
});
