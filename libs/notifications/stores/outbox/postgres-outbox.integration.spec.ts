import pg from 'pg';
import type { Mail, PersonId } from '#kernel';
import { idOf, testDatabase, type TestDatabase } from '#testing';
import { mailSeal } from '../../adapters/vault/mail-seal.js';
import { outboxMigrations } from './outbox.migration.js';
import { PostgresOutbox } from './postgres-outbox.js';

const lucia = idOf<PersonId>('Lucia');

let database: TestDatabase;
let pool: pg.Pool;
let outbox: PostgresOutbox;

beforeAll(async () => {
  database = await testDatabase({ migrations: outboxMigrations });
  pool = new pg.Pool({ connectionString: database.url, options: '-c role=reciproca_app' });
  outbox = new PostgresOutbox(pool, mailSeal(new Uint8Array(32)));
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

function codeMail(id: string, changes: Partial<Mail> = {}): Mail {
  const facts = { bank: 'Banca del tempo di Settimo', code: '482913', until: '10:52' };
  return { id, kind: 'code', to: { person: lucia }, language: 'it', facts, ...changes };
}

async function statusOf(id: string): Promise<string | undefined> {
  const { rows } = await database.pool.query<{ status: string }>(
    'select status from notifications.mail where id = $1',
    [id],
  );
  return rows[0]?.status;
}

test('what waits for somebody goes with them, and nothing of others', async () => {
  await outbox.put(codeMail('waiting'));
  await outbox.put(codeMail('other', { to: { person: idOf<PersonId>('Carla') } }));
  await outbox.put(codeMail('former', { to: { address: 'former@example.org', owner: lucia } }));
  expect(await outbox.forget(lucia)).toBe(2);
  expect(await statusOf('waiting')).toBeUndefined();
  expect(await statusOf('other')).toBe('waiting');
});

test.each([
  'select * from notifications.mail',
  `insert into notifications.mail (id, kind) values ('x', 'code')`,
  `update notifications.mail set status = 'sent'`,
  'delete from notifications.mail',
  `select notifications.send_later('x')`,
])('the application cannot say %s', async (sentence) => {
  await expect(pool.query(sentence)).rejects.toThrow('permission denied');
});

test.each(['', 'a b', 'x'.repeat(65), 'a@b', 'à'])('"%s" is no id of a mail', async (id) => {
  await expect(outbox.put(codeMail(id))).rejects.toThrow(TypeError);
});
