import { inPerson } from '#kernel';
import { RecordList, testDatabase, type TestDatabase } from '#testing';
import { lamps, lampView, lit, milan, owner, rho } from './lamps.example.js';
import { ViewsOfAnotherStore } from './prepare.js';
import { readModelMigrations } from './read-model.migration.js';
import { ReadModels } from './read-models.js';
import { StillServed, whileNobodyServes } from './while-nobody-serves.js';

let database: TestDatabase;
let warned: string[];

beforeEach(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  warned = [];
});
afterEach(() => database.drop());

/** A server on this database that keeps its records in that store. */
async function serving<T>(store: RecordList, work: (models: ReadModels) => Promise<T>): Promise<T> {
  const { codec, vault } = store;
  const log = { warn: (_: object, message: string) => warned.push(message) };
  const models = await ReadModels.open({ databaseUrl: database.url, views: [lampView], store, codec, vault, log });
  models.start();
  try {
    return await work(models);
  } finally {
    await models.close();
  }
}

async function lampsShown(models: ReadModels, store: RecordList): Promise<readonly string[]> {
  const rows = models.door.read<{ readonly lamp: string }>(
    inPerson(owner),
    models.door.from(lamps, 'l').orderBy('l.lamp'),
    await store.head(),
  );
  return (await rows).map(({ lamp }) => lamp);
}

test('with another store behind them the views are built from its first record: nothing of the other is left or mixed in', async () => {
  const [first, second] = [new RecordList(), new RecordList()];
  first.happened(lit(milan, 'a', 40), lit(milan, 'b', 40));
  second.happened(lit(milan, 'c', 40), lit(rho, 'd', 40), lit(milan, 'e', 40));

  expect(await serving(first, (models) => lampsShown(models, first))).toEqual(['a', 'b']);
  expect(await serving(second, (models) => lampsShown(models, second))).toEqual(['c', 'd', 'e']);
  expect(warned).toEqual(['the views are of another store: they are built anew']);
  const { rows } = await database.pool.query('select store_id, position from read.progress');
  expect(rows).toEqual([{ store_id: await second.storeId(), position: '3' }]);

  expect(await serving(second, (models) => lampsShown(models, second))).toEqual(['c', 'd', 'e']);
  expect(warned).toHaveLength(1);
  expect(await serving(first, (models) => lampsShown(models, first))).toEqual(['a', 'b']);
});

test('a command that looks for the records elsewhere is refused, and the views stay', async () => {
  const [first, second] = [new RecordList(), new RecordList()];
  first.happened(lit(milan, 'a', 40));
  await serving(first, (models) => lampsShown(models, first));

  const { codec, vault } = second;
  const command = { databaseUrl: database.url, views: [lampView], codec, vault, log: { warn: () => undefined } };
  const elsewhere = ReadModels.open({ ...command, store: second, otherStore: 'refuse' });
  await expect(elsewhere).rejects.toThrow(ViewsOfAnotherStore);

  const { rows } = await database.pool.query('select store_id, position from read.progress');
  expect(rows).toEqual([{ store_id: await first.storeId(), position: '1' }]);
  await (await ReadModels.open({ ...command, store: first, otherStore: 'refuse' })).close();
});

test('views that hold nothing yet are of no store: a command takes them for the one it finds, as after a copy', async () => {
  const [empty, restored] = [new RecordList(), new RecordList()];
  await serving(empty, (models) => lampsShown(models, empty));

  const { codec, vault } = restored;
  const command = { databaseUrl: database.url, views: [lampView], codec, vault, log: { warn: () => undefined } };
  await (await ReadModels.open({ ...command, store: restored, otherStore: 'refuse' })).close();
  const { rows } = await database.pool.query('select store_id, position from read.progress');
  expect(rows).toEqual([{ store_id: await restored.storeId(), position: '0' }]);
});

test('a server that still runs on the store of before moves nothing on', async () => {
  const [first, second] = [new RecordList(), new RecordList()];
  first.happened(lit(milan, 'a', 40));
  second.happened(lit(milan, 'c', 40));
  await serving(first, async (old) => {
    expect(await lampsShown(old, first)).toEqual(['a']);
    const { codec, vault } = second;
    const log = { warn: () => undefined };
    const next = await ReadModels.open({
      databaseUrl: database.url,
      views: [lampView],
      store: second,
      codec,
      vault,
      log,
    });
    first.happened(lit(milan, 'b', 40), lit(milan, 'z', 40));
    await expect(old.waitFor(3n)).rejects.toThrow('NOT_YET_VISIBLE');
    await next.close();
  });
  expect(await serving(second, (models) => lampsShown(models, second))).toEqual(['c']);
});

test('what needs a database that nobody serves is refused beside a server, and keeps projectors out for its time', async () => {
  const store = new RecordList();
  store.happened(lit(milan, 'a', 40));
  await serving(store, async (models) => {
    await lampsShown(models, store);
    await expect(whileNobodyServes(database.url, () => Promise.resolve())).rejects.toThrow(StillServed);
  });
  const shown = await whileNobodyServes(database.url, () =>
    serving(store, async (models) => {
      store.happened(lit(milan, 'b', 40));
      return models.waitFor(2n).catch((refusal: unknown) => refusal);
    }),
  );
  expect(shown).toMatchObject({ code: 'NOT_YET_VISIBLE' });
});
