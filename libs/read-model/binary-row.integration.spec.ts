import { testDatabase, type TestDatabase } from '#testing';
import fc from 'fast-check';
import type { Client } from 'pg';
import { connect } from './connection.js';
import { copyIn } from './copy-in.js';
import { CopyRows } from './copy-rows.js';
import { readModelMigrations } from './read-model.migration.js';
import { statementFor } from './row-text.js';
import { table, type RowOf } from './table.js';
import { tableDdl } from './table-ddl.js';

const columns = {
  place: 'integer',
  id: 'uuid',
  day: 'date',
  at: 'instant',
  isOn: 'boolean',
  name: 'text?',
  other: 'uuid?',
  count: 'integer?',
  until: 'date?',
  seen: 'boolean?',
  facts: 'json?',
  ids: 'uuids?',
} as const;
const everyType = table('every_type', columns, { key: ['place'], readers: 'true' });

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  client = await connect(database.url);
  for (const physical of ['read.copied', 'read.written']) {
    for (const statement of tableDdl(everyType, physical)) await client.query(statement);
  }
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const uuid = fc.uuid();
const int = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const text = fc.string({ unit: 'grapheme' }).filter((some) => !some.includes('\0'));

const row = (place: number): fc.Arbitrary<RowOf<typeof columns>> =>
  fc.record({
    place: fc.constant(place),
    id: uuid,
    day,
    at: day.map((date) => `${date}T09:00:00.000Z`),
    isOn: fc.boolean(),
    name: maybe(text),
    other: maybe(uuid),
    count: maybe(int),
    until: maybe(day),
    seen: maybe(fc.boolean()),
    facts: maybe(fc.record({ text, list: fc.array(int) })),
    ids: maybe(fc.array(uuid, { maxLength: 3 })),
  });

test('rows of every type are the same whether they are copied in as bytes or written as text', async () => {
  const rows = fc.sample(fc.tuple(...Array.from({ length: 40 }, (_, place) => row(place))), 5);
  for (const some of rows) {
    await client.query('truncate read.copied, read.written');
    const copy = new CopyRows(everyType, 'read.copied');
    for (const each of some) copy.add(each);
    await copyIn(client, copy.statement());
    const { text: sql, values } = statementFor('put', everyType, 'read.written', some, Object.keys(columns));
    await client.query(sql, [...values]);

    const { rows: different } = await client.query(
      `(table read.copied except table read.written) union all (table read.written except table read.copied)`,
    );
    expect(different).toEqual([]);
    const { rows: counted } = await client.query<{ n: number }>('select count(*)::int as n from read.copied');
    expect(counted[0]?.n).toBe(40);
  }
});

test.each([
  ['id', 'no id'],
  ['id', '0000000G-0000-8000-8000-000000000000'],
  ['day', '2026-02-31'],
  ['day', '0000-01-01'],
  ['day', 'yesterday'],
  ['count', 2_147_483_648],
  ['count', 0.5],
])(
  'a row with %s = %s is not copied, nor is any beside it, and it is told as a refusal of PostgreSQL’s',
  async (field, value) => {
    await client.query('truncate read.copied');
    const [sound] = fc.sample(row(1), 1);
    const copy = new CopyRows(everyType, 'read.copied');
    copy.add({ ...sound });
    copy.add({ ...sound, place: 2, [field]: value });
    await expect(copyIn(client, copy.statement())).rejects.toMatchObject({ code: '22P03' });
    const { rows } = await client.query('table read.copied');
    expect(rows).toEqual([]);
  },
);
