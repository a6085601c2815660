import { streamOf } from '#kernel';
import { RecordList, testDatabase, type TestDatabase } from '#testing';
import type { Client } from 'pg';
import { differences } from './compare.js';
import { connect } from './connection.js';
import { fill } from './fill.js';
import { lampView, lit, milan, rho } from './lamps.example.js';
import { readModelMigrations } from './read-model.migration.js';
import { createVersion } from './registry.js';

let database: TestDatabase;
let login: Client;
let builder: Client;
let list: RecordList;

beforeEach(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  login = await connect(database.url);
  builder = await connect(database.url, 'reciproca_projector');
  list = new RecordList();
});
afterEach(async () => {
  await Promise.all([login.end(), builder.end()]);
  await database.drop();
});

const filling = () => ({ store: list, codec: list.codec, vault: list.vault });
const version = async () => createVersion(login, lampView, await list.storeId());

test('a text is copied as it is written: tabs, line ends, backslashes, nothing at all', async () => {
  const names = ['', '\\N', '\\.', 'a\tb', 'a\nb\r\nc', 'C:\\temp\\n', '=a', 'a\u001eb\u001fc', 'àèì 🙂', undefined];
  let until = 0n;
  for (const [place, name] of names.entries()) until = list.happened(lit(milan, `lamp ${String(place)}`, place, name));
  const [copied, written] = [await version(), await version()];
  await fill(builder, { targets: [copied], position: 0n }, until, filling(), new Set());
  await fill(builder, { targets: [written], position: 0n }, until, filling());

  expect(await differences(login, copied, written.version)).toEqual([]);
  const { rows } = await login.query<{ name: string | null }>('select name from read.lamp_v1 order by watts');
  expect(rows.map(({ name }) => name)).toEqual(
    names.map((name) => name?.replaceAll('\u001e', '').replaceAll('\u001f', '') ?? null),
  );
});

test('a row whose key is there already takes its place, and its table is written like any other from then on', async () => {
  const upserted = new Set<string>();
  const target = await version();
  const first = list.happened(lit(milan, 'a', 40));
  const building = await fill(builder, { targets: [target], position: 0n }, first, filling(), upserted);
  expect([...upserted]).toEqual([]);
  list.happened(lit(rho, 'b', 20));
  list.happened(lit(rho, 'b', 25));
  await fill(builder, building, list.happened(lit(milan, 'a', 60)), filling(), upserted);

  expect([...upserted]).toEqual(['read.lamp_v1']);
  const { rows } = await login.query('select lamp, watts from read.lamp_v1 order by lamp');
  expect(rows).toEqual([
    { lamp: 'a', watts: 60 },
    { lamp: 'b', watts: 25 },
  ]);
});

test('nobody may read a version before it is whole', async () => {
  await version();
  const reader = await connect(database.url, 'reciproca_app');
  await expect(reader.query('select 1 from read.lamp_v1')).rejects.toThrow('permission denied');
  await reader.end();
});

test('a row that no table of this kind can hold parks its stream, and the others are there', async () => {
  const target = await version();
  list.happened(lit(milan, 'a', 40));
  list.happened(lit(rho, 'b', 2_147_483_648));
  const until = list.happened(lit(milan, 'c', 60));
  await fill(builder, { targets: [target], position: 0n }, until, filling(), new Set());

  const { rows } = await login.query('select lamp from read.lamp_v1 order by lamp');
  expect(rows).toEqual([{ lamp: 'a' }, { lamp: 'c' }]);
  const parked = await login.query('select stream, revision, reason from read.parked');
  expect(parked.rows).toEqual([
    { stream: streamOf('journal', rho), revision: 0, reason: expect.stringContaining('out of range') as string },
  ]);
});
