import { asId, asLocalDate, minutes, type AccountId, type ImportId, type StagedExchange } from '#kernel';
import { testDatabase, type TestDatabase } from '#testing';
import { inOrder, nextExchanges, PostgresStaging } from './postgres-staging.js';
import { stagingMigrations } from './staging.migration.js';

const idOf = <Id extends AccountId | ImportId>(number: number): Id =>
  asId(`00000000-0000-8000-8000-${String(number).padStart(12, '0')}`);
const hub = asId<never>('00000000-0000-8000-8000-00000000a001');
const header = {
  bank: asId<never>('00000000-0000-8000-8000-00000000b001'),
  person: asId<never>('00000000-0000-8000-8000-00000000c001'),
};
const sums = { newMembers: 1, exchanges: 3, minutes: minutes(180) };
const parties = [
  { ordinal: 0, name: 'Ada Prova', hub, since: asLocalDate('2020-01-01') },
  { ordinal: 1, name: 'Ugo Prova', account: idOf<AccountId>(1) },
];
const exchange = (line: number, day: string, more: Partial<StagedExchange> = {}): StagedExchange => ({
  line,
  provider: 0,
  receiver: 1,
  minutes: minutes(60),
  serviceDate: asLocalDate(day),
  hub,
  ...more,
});
const exchanges = [
  exchange(2, '2021-02-02', { note: 'torta', category: 'cucina' }),
  exchange(3, '2021-01-01'),
  exchange(4, '2021-02-02'),
];

let database: TestDatabase;
let staging: PostgresStaging;
let imports = 0;

beforeAll(async () => {
  database = await testDatabase({ migrations: stagingMigrations });
  staging = new PostgresStaging(database.pool);
});
afterAll(() => database.drop());

const stage = async (id: ImportId): Promise<boolean> =>
  staging.stage(id, header, async (area) => {
    await area.exchanges(exchanges);
    await area.exchanges([]);
    await area.parties(parties);
    return sums;
  });

const newImport = (): ImportId => idOf<ImportId>(++imports);

const rowsOf = async (id: ImportId): Promise<number> => {
  const { rows } = await database.pool.query<{ rows: number }>(
    `select ((select count(*) from staging.party where import = $1) + (select count(*) from staging.exchange where import = $1))::int as rows`,
    [id],
  );
  return rows[0]?.rows ?? -1;
};

test('what was written down is read back by day and line', async () => {
  const id = newImport();
  expect(await stage(id)).toBe(true);
  expect(await staging.find(id)).toEqual({ import: id, ...header, ...sums, status: 'staged' });
  expect(await staging.parties(id)).toEqual(parties);
  expect(await staging.exchangesAfter(id, undefined, 2)).toEqual([exchanges[1], exchanges[0]]);
  expect(await staging.exchangesAfter(id, exchanges[0], 2)).toEqual([exchanges[2]]);
});

test('a second time leaves what is there', async () => {
  const id = newImport();
  await stage(id);
  expect(await staging.stage(id, header, () => Promise.reject(new Error('never asked')))).toBe(false);
});

test('two at once: one writes, the other finds it', async () => {
  const id = newImport();
  expect((await Promise.all([stage(id), stage(id)])).sort()).toEqual([false, true]);
  expect(await rowsOf(id)).toBe(5);
});

test('what is refused while it is written down leaves nothing', async () => {
  const id = newImport();
  const refused = staging.stage(id, header, async (area) => {
    await area.exchanges(exchanges);
    throw new Error('line 3');
  });
  await expect(refused).rejects.toThrow('line 3');
  expect([await staging.find(id), await rowsOf(id)]).toEqual([undefined, 0]);
});

test('a chunk that is recorded leaves, and whoever was admitted has an account', async () => {
  const id = newImport();
  await stage(id);
  await staging.recorded(id, exchanges.slice(1, 2));
  expect(await staging.exchangesAfter(id, undefined, 9)).toEqual([exchanges[0], exchanges[2]]);
  expect(await staging.countExchanges(id)).toBe(2);
  await staging.admitted(id, new Map([[0, idOf<AccountId>(7)]]));
  expect((await staging.parties(id)).map(({ account }) => account)).toEqual([idOf(7), idOf(1)]);
});

test('a finished import keeps its sums and none of its names', async () => {
  const id = newImport();
  await stage(id);
  await staging.finish(id);
  expect(await staging.find(id)).toEqual({ import: id, ...header, ...sums, status: 'done' });
  expect(await rowsOf(id)).toBe(0);
});

describe('abandoning', () => {
  test('before anything was recorded leaves nothing', async () => {
    const id = newImport();
    await stage(id);
    expect(await staging.abandon(id)).toBe(true);
    expect([await staging.find(id), await rowsOf(id)]).toEqual([undefined, 0]);
  });

  test.each<{ after: string; begin: (id: ImportId) => Promise<void> }>([
    { after: 'a member was admitted', begin: (id) => staging.admitted(id, new Map([[0, idOf<AccountId>(7)]])) },
    { after: 'an exchange was recorded', begin: (id) => staging.recorded(id, exchanges.slice(1, 2)) },
    { after: 'all was', begin: (id) => staging.finish(id) },
  ])('is refused after $after', async ({ begin }) => {
    const id = newImport();
    await stage(id);
    await begin(id);
    expect(await staging.abandon(id)).toBe(false);
  });
});

test('a page of a long file is read from where the last one ended, and the rest of the file is not', async () => {
  const id = newImport();
  await staging.stage(id, header, async (area) => {
    await area.exchanges(Array.from({ length: 5_000 }, (_, line) => exchange(line, '2021-01-01')));
    return sums;
  });
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(inOrder);
    const explained = `explain (analyze, costs off, timing off, summary off, buffers off) ${nextExchanges}`;
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(explained, [id, '2021-01-01', 1_000, 100]);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Index Scan using exchange_pkey on exchange (actual rows=100');
    expect(plan).not.toContain('Sort');
  } finally {
    await client.query('rollback');
    client.release();
  }
});
