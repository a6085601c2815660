import { Client, type Pool } from 'pg';
import { ReadModels, readModelMigrations } from '#read-model';
import { RecordList, testDatabase, type TestDatabase } from '#testing';
import { ledgerViews } from '../ledger.views.js';
import { linesBeyond } from './statement-lines.sql.js';

let database: TestDatabase;
let models: ReadModels;
let table: string;

beforeAll(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  const list = new RecordList();
  const log = { warn: () => undefined };
  models = await ReadModels.open({
    databaseUrl: database.url,
    views: ledgerViews,
    store: list,
    codec: list.codec,
    vault: list.vault,
    log,
  });
  table = await longAccounts(database.pool);
});
afterAll(async () => {
  await models.close();
  await database.drop();
});

/** Ten accounts of 3,000 lines each. */
async function longAccounts(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    `select 'read.' || tablename as name from pg_tables where tablename ~ '^account_statement_v'`,
  );
  const name = rows[0]?.name ?? '';
  await pool.query(`
    insert into ${name} (account_id, entry_number, bank_id, minutes, balance_after_minutes, exchange_id,
      other_account_id, service_date, recorded_at, hub_id)
    select md5((n % 10)::text)::uuid, n, md5('bank')::uuid, 30, n, md5(n::text)::uuid,
      md5((n % 7)::text)::uuid, '2026-10-05', '2026-10-05T10:00:00.000Z', md5('hub')::uuid
    from generate_series(1, 30000) n;
    analyze ${name}`);
  return name;
}

/** One of the ten. */
const account = 'cfcd2084-95d5-65ef-66e7-dff9f98764da';

test.each([
  { beyond: '<', from: 30_001 },
  { beyond: '>', from: 0 },
] as const)('a page of a long account is not planned anew each time: lines $beyond', async ({ beyond, from }) => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const text = linesBeyond(beyond).replaceAll('read.account_statement', table);
  for (let n = 0; n < 10; n++) {
    const { rows } = await client.query<{ lines: string }>({ name: 'page', text, values: [account, from, 26] });
    expect(rows[0]?.lines.split('\u001e')).toHaveLength(26);
  }
  const { rows } = await client.query(`select custom_plans, generic_plans from pg_prepared_statements`);
  await client.end();
  // PostgreSQL plans five times before it compares.
  expect(rows).toEqual([{ custom_plans: '5', generic_plans: '5' }]);
});
