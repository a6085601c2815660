import { ledgerViews } from '#ledger';
import { ReadModels, readModelMigrations } from '#read-model';
import { RecordList, idOf, journalOf, testDatabase, type TestDatabase } from '#testing';
import { caughtUp, ViewsStandStill } from './caught-up.js';

let database: TestDatabase;
let list: RecordList;
let readModels: ReadModels;
let deliver: () => void;

beforeEach(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  list = new RecordList();
  const asked = new Promise<void>((resolve) => {
    deliver = resolve;
  });
  const store = Object.create(list) as RecordList;
  store.subscribe = async function* (subscription) {
    await Promise.race([asked, new Promise((over) => subscription.signal.addEventListener('abort', over))]);
    yield* list.subscribe(subscription);
  };
  const { codec, vault } = list;
  const log = { warn: () => undefined };
  readModels = await ReadModels.open({ databaseUrl: database.url, views: ledgerViews, store, codec, vault, log });
  readModels.start();
  list.happened({ stream: journalOf(idOf(1)), event: { type: 'NothingOfTheLedgers', data: {} } });
});
afterEach(async () => {
  await readModels.close();
  await database.drop();
});

describe('a program that needs all that is recorded', () => {
  test('waits for longer than a query does, and says how far the views are', async () => {
    const shown: (readonly bigint[])[] = [];
    await caughtUp({ store: list, readModels }, (position, until) => {
      shown.push([position, until]);
      deliver();
    });

    expect(shown).toEqual([[0n, 1n]]);
  });

  test('gives up when nothing moves', async () => {
    await expect(caughtUp({ store: list, readModels }, undefined, 1)).rejects.toThrow(ViewsStandStill);
  });
});
