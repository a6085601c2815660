import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { KeyHolder, KeyId, KeyOwner, WrappedKey } from '#kernel';
import { eventually, testDatabase, type TestDatabase } from '#testing';
import { DestroyedKeys } from './destroyed-keys.js';
import { keyMigrations } from './key.migrations.js';
import { PostgresKeyStore } from './postgres-key-store.js';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase({ migrations: keyMigrations });
  pool = new pg.Pool({ connectionString: database.url, options: '-c role=reciproca_app' });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

function candidate(owner: KeyOwner = { kind: 'membership', id: randomUUID() }): WrappedKey {
  return { id: randomUUID() as string as KeyId, owner, wrapped: Buffer.alloc(60, 5) };
}

describe('the store of keys', () => {
  test('keeps keys and finds them by owner and by id', async () => {
    const store = new PostgresKeyStore(pool);
    const [one, two] = [candidate(), candidate({ kind: 'person', id: randomUUID() })];
    await expect(store.keep([one, two])).resolves.toEqual(expect.arrayContaining([one, two]));
    await expect(store.ofOwners([two.owner, candidate().owner])).resolves.toEqual([two]);
    await expect(store.ofOwners([{ kind: 'bank', id: two.owner.id }])).resolves.toEqual([]);
    await expect(store.byIds([one.id, candidate().id])).resolves.toEqual([one]);
  });

  test('many who make keys for the same thousands of people end with the same keys', async () => {
    const store = new PostgresKeyStore(pool);
    const people = Array.from({ length: 3_000 }, () => candidate().owner);
    const kept = await Promise.all(
      [people, [...people].reverse(), people, [...people].reverse()].map((owners) =>
        store.keep(owners.map((owner) => candidate(owner))),
      ),
    );
    const named = kept.map((keys) => keys.map(({ id, owner }) => `${owner.id} ${id}`).sort());
    expect(named[0]).toHaveLength(3_000);
    for (const other of named) expect(other).toEqual(named[0]);
  });

  test('destroys all keys of an owner for ever', async () => {
    const store = new PostgresKeyStore(pool);
    const [one, two] = [candidate(), candidate()];
    await store.keep([one, two]);
    await expect(store.destroy([one.owner])).resolves.toEqual([one.id]);
    await expect(store.destroy([one.owner])).resolves.toEqual([]);
    await expect(store.byIds([one.id, two.id])).resolves.toEqual([two]);
  });

  test.each([
    'select * from keys.data_key',
    "insert into keys.data_key values (gen_random_uuid(), 'bank', gen_random_uuid(), ''::bytea)",
    "update keys.data_key set wrapped = ''::bytea",
    'delete from keys.data_key',
  ])('the application cannot say %s', async (sentence) => {
    await expect(pool.query(sentence)).rejects.toThrow('permission denied');
  });

  test('a stranger to the application cannot call its functions', async () => {
    const stranger = new pg.Pool({ connectionString: database.url, options: '-c role=pg_monitor' });
    await expect(new PostgresKeyStore(stranger).byIds([])).rejects.toThrow('permission denied');
    await stranger.end();
  });
});

describe('keys that are destroyed', () => {
  test('are forgotten by every process that holds them, also after a lost connection', async () => {
    const store = new PostgresKeyStore(pool);
    const forgotten: (KeyId | undefined)[] = [];
    const holder: KeyHolder = { forget: (key) => forgotten.push(key) };
    const listening = new pg.Pool({ connectionString: database.url, application_name: 'listening' });
    listening.on('error', () => undefined); // the connection is cut below
    const destroyed = new DestroyedKeys(listening, holder);
    await destroyed.start();
    expect(forgotten).toEqual([undefined]);

    const [one, two] = [candidate(), candidate()];
    await store.keep([one, two]);
    await store.destroy([one.owner]);
    await eventually(() => {
      expect(forgotten).toContain(one.id);
    });

    forgotten.length = 0;
    await database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listening'",
    );
    await eventually(() => {
      expect(forgotten).toHaveLength(2);
    });
    await store.destroy([two.owner]);
    await eventually(() => {
      expect(forgotten).toContain(two.id);
    });
    destroyed.stop();
    await listening.end();
  });
});
