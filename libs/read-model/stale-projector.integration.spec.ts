import type { Position } from '#kernel';
import { RecordList, journalOf, testDatabase, type TestDatabase } from '#testing';
import { Fenced, foldAll } from './advance.js';
import { connect } from './connection.js';
import type { Served } from './follow.js';
import { dimmed, lampView, lit, milan } from './lamps.example.js';
import { PostgresTables } from './postgres-tables.js';
import { createVersion, index, serve } from './registry.js';
import { readModelMigrations } from './read-model.migration.js';

let database: TestDatabase;
let list: RecordList;
let leading: PostgresTables;
let stale: PostgresTables;

beforeEach(async () => {
  database = await testDatabase({ migrations: readModelMigrations });
  list = new RecordList();
  const owner = await database.pool.connect();
  const target = await createVersion(owner, lampView, await list.storeId());
  await index(owner, target);
  await serve(owner, [target]);
  owner.release();
  [leading, stale] = await Promise.all([tables(), tables()]);
});
afterEach(async () => {
  await Promise.all([leading.end(), stale.end()]);
  await database.drop();
});

/** Neither asks for the lock: each still holds itself to be the one that leads. */
const tables = async () => new PostgresTables(await connect(database.url, 'reciproca_projector'), [lampView]);

/** What stands after `from` and up to `through`, written as if nobody else had written meanwhile. */
async function take(to: PostgresTables, from: Served, through: Position): Promise<void> {
  const records = await list.readStream(journalOf(milan), Number(from.position), Number(through - from.position));
  await to.take(await foldAll(from.targets, records, list), from, through, await list.storeId());
}

async function shown() {
  const lamps = await database.pool.query('select lamp, watts from read.lamp_v1 order by lamp');
  const progress = await database.pool.query('select position from read.progress');
  return { lamps: lamps.rows as unknown, progress: progress.rows as unknown };
}

test.each([1, 2, 3, 4])(
  'a projector that lost its lead writes no older state over a newer one, though it holds the records up to %i',
  async (through) => {
    list.happened(lit(milan, 'a', 40), dimmed(milan, 'a', 20), dimmed(milan, 'a', 10));
    const before = await stale.load();
    await take(leading, await leading.load(), 3n);
    list.happened(dimmed(milan, 'a', 5));

    const [outcome] = await Promise.allSettled([take(stale, before, BigInt(through))]);
    expect(await shown()).toEqual({ lamps: [{ lamp: 'a', watts: 10 }], progress: [{ position: '3' }] });
    expect(outcome).toEqual({ status: 'rejected', reason: expect.any(Fenced) as unknown });

    await take(stale, await stale.load(), 4n);
    expect(await shown()).toEqual({ lamps: [{ lamp: 'a', watts: 5 }], progress: [{ position: '4' }] });
  },
);

test('a projector that read before another version began to serve writes nothing into the one of before', async () => {
  list.happened(lit(milan, 'a', 40));
  const before = await stale.load();
  await database.pool.query('update read.progress set generation = generation + 1');

  await expect(take(stale, before, 1n)).rejects.toThrow(Fenced);
  expect(await shown()).toEqual({ lamps: [], progress: [{ position: '0' }] });
});

test('of two projectors that take the same records at the same moment, one finds the checkpoint moved and writes nothing', async () => {
  list.happened(lit(milan, 'a', 40), lit(milan, 'b', 25));
  const [from, same] = [await leading.load(), await stale.load()];
  const ends = await Promise.allSettled([take(leading, from, 1n), take(stale, same, 2n)]);

  const moved = ends[0].status === 'fulfilled' ? 1 : 2;
  expect(ends.filter(({ status }) => status === 'rejected')).toEqual([
    { status: 'rejected', reason: expect.any(Fenced) as unknown },
  ]);
  const { lamps, progress } = await shown();
  expect(lamps).toHaveLength(moved);
  expect(progress).toEqual([{ position: String(moved) }]);
});
