import { randomBytes } from 'node:crypto';
import { eventually, idOf, journalOf, testDatabase, type TestDatabase } from '#testing';
import { postgresSnapshots, snapshotMigrations } from './postgres-snapshots.js';

const stream = journalOf(idOf(1));
const other = journalOf(idOf(2));

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ migrations: snapshotMigrations });
});
afterAll(() => database.drop());

test.each([
  { says: 'a small one', bytes: 1 },
  { says: 'one that just fills two pieces', bytes: 2 ** 19 },
  { says: 'one that begins a third', bytes: 2 ** 19 + 1 },
])('a snapshot comes back as it was kept: $says', async ({ bytes }) => {
  const snapshots = postgresSnapshots(database.pool);
  const kept = randomBytes(bytes);
  await snapshots.write(stream, bytes, kept);
  expect(Buffer.compare((await snapshots.read(stream)) ?? Buffer.alloc(0), kept)).toBe(0);
});

test('an older snapshot takes no newer one’s place, and a stream without one has none', async () => {
  const snapshots = postgresSnapshots(database.pool);
  await snapshots.write(stream, 2 ** 23, Buffer.from('newer'));
  await snapshots.write(stream, 2 ** 23 - 1, Buffer.from('older'));
  expect(String(await snapshots.read(stream))).toBe('newer');
  expect(await snapshots.read(other)).toBeUndefined();
});

test('a connection that is lost meanwhile is told to who reads, and the next one reads', async () => {
  const snapshots = postgresSnapshots(database.pool);
  await snapshots.write(stream, 2 ** 24, Buffer.from('kept'));
  const inTheWay = await database.pool.connect();
  await inTheWay.query('begin; lock table events.snapshot');
  const read = snapshots.read(stream);
  const told = expect(read).rejects.toThrow(/terminat/);
  await eventually(async () => {
    const waiting = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    expect((await database.pool.query(waiting)).rowCount).toBe(1);
  });
  await told;
  await inTheWay.query('rollback');
  inTheWay.release();
  expect(String(await snapshots.read(stream))).toBe('kept');
});
