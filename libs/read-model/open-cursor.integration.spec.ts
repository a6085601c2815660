import { inPerson } from '#kernel';
import { RecordList, idOf, journalOf, testDatabase } from '#testing';
import { lamps, lampView, type LampEvent } from './lamps.example.js';
import { readModelMigrations } from './read-model.migration.js';
import { ReadModels } from './read-models.js';

const owner = idOf<never>(9);
const lit = {
  stream: journalOf(idOf(1)),
  event: { type: 'LampLit', data: { lamp: 'a', owner, watts: 40 } } satisfies LampEvent,
};

test('an old version under an open cursor stays until it is closed, and keeps nobody from the new one', async () => {
  const database = await testDatabase({ migrations: readModelMigrations });
  const list = new RecordList();
  const { codec, vault } = list;
  const log = { warn: () => undefined };
  const models = await ReadModels.open({
    databaseUrl: database.url,
    views: [lampView],
    store: list,
    codec,
    vault,
    log,
  });
  models.start();
  const at = list.happened(lit);
  await models.waitFor(at);
  const reader = await database.pool.connect();
  await reader.query('begin; declare slow cursor for select lamp from read.lamp_v1');

  expect(await models.rebuild()).toMatchObject({ switched: true, views: [{ version: 2 }] });
  expect(await models.door.read(inPerson(owner), models.door.from(lamps, 'l'), at)).toMatchObject([{ lamp: 'a' }]);
  expect((await reader.query('fetch all from slow')).rows).toEqual([{ lamp: 'a' }]);

  await reader.query('commit');
  reader.release();
  await models.rebuild();
  const { rows } = await database.pool.query(`select tablename from pg_tables where tablename like 'lamp_v%'`);
  expect(rows).toEqual([{ tablename: 'lamp_v3' }]);
  await models.close();
  await database.drop();
}, 60_000);
