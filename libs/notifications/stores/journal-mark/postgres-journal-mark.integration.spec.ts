import pg from 'pg';
import type { Mail, PersonId, Statements } from '#kernel';
import { idOf, testDatabase, type TestDatabase } from '#testing';
import { mailSeal } from '../../adapters/vault/mail-seal.js';
import { notificationMigrations } from '../notification.migrations.js';
import { PostgresOutbox } from '../outbox/postgres-outbox.js';
import { PostgresUnwantedMails } from '../unwanted/postgres-unwanted-mails.js';
import { PostgresJournalMark } from './postgres-journal-mark.js';

const lucia = idOf<PersonId>('Lucia');

let database: TestDatabase;
let pool: pg.Pool;
let mark: PostgresJournalMark;
let outbox: PostgresOutbox;

beforeAll(async () => {
  database = await testDatabase({ migrations: notificationMigrations });
  pool = new pg.Pool({ connectionString: database.url, options: '-c role=reciproca_app' });
  mark = new PostgresJournalMark(pool);
  outbox = new PostgresOutbox(pool, mailSeal(new Uint8Array(32)));
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const nothing = (): Promise<void> => Promise.resolve();

function mail(id: string, changes: Partial<Mail> = {}): Mail {
  return { id, kind: 'reminder', to: { person: lucia }, language: 'it', facts: {}, ...changes };
}

const waiting = async (): Promise<readonly string[]> =>
  (await database.pool.query<{ id: string }>('select id from notifications.mail order by id')).rows.map(({ id }) => id);

describe('the mark in the journals', () => {
  test('it begins at the head, then stays where it was put, and falls back with a store that was set back', async () => {
    const store = idOf('first store');
    expect(await mark.startingAt(store, 40n)).toBe(40n);
    expect(await mark.startingAt(store, 90n)).toBe(40n);
    expect(await mark.advance(store, 40n, 18_446_744_073_709_551_615n, nothing)).toBe(true);
    expect(await mark.startingAt(store, 18_446_744_073_709_551_615n)).toBe(18_446_744_073_709_551_615n);
    expect(await mark.startingAt(store, 30n)).toBe(30n);
    expect(await mark.startingAt(idOf('another store'), 7n)).toBe(7n);
  });

  test('mails and the mark are one: neither where the work fails, neither where another was faster', async () => {
    const store = idOf('second store');
    await mark.startingAt(store, 1n);
    const put = (id: string) => (within: Statements) => outbox.put(mail(id), within);
    const failing = async (within: Statements): Promise<void> => {
      await put('lost')(within);
      throw new Error('the power went');
    };
    await expect(mark.advance(store, 1n, 2n, failing)).rejects.toThrow('the power went');
    expect(await mark.startingAt(store, 9n)).toBe(1n);

    const raced = await Promise.all(['a', 'b', 'c'].map((id) => mark.advance(store, 1n, 2n, put(id))));
    expect(raced.filter(Boolean)).toHaveLength(1);
    expect(await mark.advance(store, 1n, 3n, put('late'))).toBe(false);
    expect(await waiting()).toHaveLength(1);
  });
});

test('what waits for its day does not count as waiting to be sent', async () => {
  const before = await outbox.counts();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString() as Mail['notBefore'];
  await outbox.put(mail('tomorrow', { ...(tomorrow && { notBefore: tomorrow }) }));
  expect(await outbox.counts()).toEqual(before);
  await outbox.put(mail('today'));
  expect(await outbox.counts()).toEqual({ ...before, waiting: before.waiting + 1 });
});

test('a kind is wanted until it is turned off, by one person and for this kind alone, and again after', async () => {
  const unwanted = new PostgresUnwantedMails(pool);
  for (const wanted of [false, false]) await unwanted.set(lucia, 'reminder', wanted);
  expect(await unwanted.has(lucia, 'reminder')).toBe(true);
  expect(await unwanted.has(lucia, 'hours-moved')).toBe(false);
  expect(await unwanted.has(idOf<PersonId>('Carla'), 'reminder')).toBe(false);
  await unwanted.set(lucia, 'reminder', true);
  expect(await unwanted.has(lucia, 'reminder')).toBe(false);
});

test.each(['notifications.journal_mark', 'notifications.unwanted'])('the application cannot read %s', async (table) => {
  await expect(pool.query(`select * from ${table}`)).rejects.toThrow('permission denied');
});
