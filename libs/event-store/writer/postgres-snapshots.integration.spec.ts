import { randomBytes } from 'node:crypto';
import { idOf, journalOf, testDatabase, type TestDatabase } from '#testing';
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
  { says: 'one that just fills two pieces', bytes: 2 ** 22 },
  { says: 'one that begins a third', bytes: 2 ** 22 + 1 },
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
