import type { Client } from 'pg';
import { ownerOf } from '#kernel';
import { RecordList, eventually, idOf, journalOf, testDatabase, type TestDatabase } from '#testing';
import { advance, Fenced } from './advance.js';
import { connect } from './connection.js';
import { lampView, type LampEvent } from './lamps.example.js';
import { readModelMigrations } from './read-model.migration.js';
import { ReadModels } from './read-models.js';

const lit = {
  stream: journalOf(idOf(1)),
  event: { type: 'LampLit', data: { lamp: 'a', owner: idOf(9), watts: 40 } } satisfies LampEvent,
};

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
});
afterEach(() => database.drop());

test('a projector killed after its checkpoint moved and before its rows stand leaves neither, and begins again', async () => {
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
  const holder = await database.pool.connect();
  // The same row, not yet committed: whoever puts it waits here, with the checkpoint moved.
  await holder.query('begin');
  await holder.query(
    `insert into read.lamp_v1 (bank_id, lamp, owner_id, lit_on, tags, near) values ($1, 'a', $2, '2026-01-01', '[]', '{}')`,
    [ownerOf(lit.stream), idOf(9)],
  );
  models.start();
  const at = list.happened(lit);
  await eventually(async () => {
    const { rows } = await database.pool.query(
      `select pg_terminate_backend(pid) as killed from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into read.lamp_v1%'`,
    );
    expect(rows).toEqual([{ killed: true }]);
  });

  expect((await models.health()).position).toBe(0n);
  await holder.query('rollback');
  holder.release();
  await models.waitFor(at);
  const { rows } = await database.pool.query('select lamp, watts from read.lamp_v1');
  expect(rows).toEqual([{ lamp: 'a', watts: 40 }]);
  await models.close();
});

test('of two projectors that write at once, the second finds the checkpoint moved and writes nothing', async () => {
  const [one, other] = await Promise.all([projector(), projector()]);
  const move = async (client: Pick<Client, 'query'>) =>
    (await client.query('update read.progress set position = 1 where position = 0')).rowCount === 1;
  const ends = await Promise.allSettled([advance(one, [], move), advance(other, [], move)]);

  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []))).toEqual([
    expect.any(Fenced),
  ]);
  await Promise.all([one.end(), other.end()]);
});

const projector = () => connect(database.url, 'reciproca_projector');
