import { inPerson } from '#kernel';
import { RecordList, testDatabase } from '#testing';
import { lampView, lamps, lit, milan, owner } from './lamps.example.js';
import { readModelMigrations } from './read-model.migration.js';
import { ReadModels } from './read-models.js';

test('a projector of the release before moves nothing on once another shape is served: the next release fills it', async () => {
  const database = await testDatabase({ migrations: readModelMigrations });
  const list = new RecordList();
  const { codec, vault } = list;
  const warnings: unknown[] = [];
  const log = { warn: (facts: object) => void warnings.push(facts) };
  const release = (shape: number) =>
    ReadModels.open({ databaseUrl: database.url, views: [{ ...lampView, shape }], store: list, codec, vault, log });
  const before = await release(1);
  before.start();
  await before.waitFor(list.happened(lit(milan, 'a', 1)));

  const next = await release(2);
  next.start();
  const at = list.happened(lit(milan, 'b', 2), lit(milan, 'c', 3));
  const rows = await next.door.read(inPerson(owner), next.door.from(lamps, 'l').orderBy('l.lamp'), at);

  expect(rows).toMatchObject([{ lamp: 'a' }, { lamp: 'b' }, { lamp: 'c' }]);
  expect(warnings).toContainEqual({ err: expect.objectContaining({ name: 'OtherRelease' }) as unknown });
  await Promise.all([before.close(), next.close()]);
  await database.drop();
}, 20_000);
