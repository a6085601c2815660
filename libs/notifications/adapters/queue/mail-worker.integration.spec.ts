import pg from 'pg';
import type { Contact, Mail, PersonId } from '#kernel';
import { TestMailServer, eventually, idOf, testDatabase, type TestDatabase } from '#testing';
import { Delivery } from '../../commands/deliver-mail/delivery.js';
import { outboxMigrations } from '../../stores/outbox/outbox.migration.js';
import { PostgresOutbox } from '../../stores/outbox/postgres-outbox.js';
import { PostgresWaitingMails } from '../../stores/outbox/postgres-waiting-mails.js';
import { SmtpSender } from '../mail/smtp-sender.js';
import { mailSeal } from '../vault/mail-seal.js';
import { MailWorker } from './mail-worker.js';

const lucia = idOf<PersonId>('Lucia');
const address = 'lucia.segreta@example.org';
const silenceMs = 300;
const seal = mailSeal(new Uint8Array(32).fill(3));

let database: TestDatabase;
let pool: pg.Pool;
let workersPool: pg.Pool;
let outbox: PostgresOutbox;
let mails: TestMailServer;
let worker: MailWorker | undefined;
let logged: string[];

beforeEach(async () => {
  database = await testDatabase({ migrations: outboxMigrations });
  pool = new pg.Pool({ connectionString: database.url, options: '-c role=reciproca_app' });
  pool.on('error', () => undefined); // a test cuts connections
  workersPool = new pg.Pool({ connectionString: database.url });
  for (const event of ['error', 'connect'] as const) workersPool.on(event, () => undefined);
  outbox = new PostgresOutbox(pool, seal);
  mails = new TestMailServer();
  await mails.start();
  logged = [];
});

afterEach(async () => {
  await worker?.close();
  worker = undefined;
  await mails.stop();
  await workersPool.end();
  await pool.end();
  await database.drop();
});

function startWorker(sender = new SmtpSender({ url: mails.url, from: 'banca@example.org' }, silenceMs)): MailWorker {
  const contacts = { of: (person: PersonId) => Promise.resolve(person === lucia ? contact : undefined) };
  const parts = { mails: new PostgresWaitingMails(workersPool), seal, contacts, sender, clock: Date };
  const delivery = new Delivery({ ...parts, facts: (_kind, { facts }) => Promise.resolve(facts) });
  const hear = (facts: object, message: string): void => void logged.push(`${message} ${JSON.stringify(facts)}`);
  worker = new MailWorker({
    databaseUrl: database.url,
    pool: workersPool,
    deliver: (id, isLastTry, signal) => delivery.deliver(id, isLastTry, signal),
    log: { warn: hear, debug: hear },
  });
  worker.start();
  return worker;
}

const contact: Contact = { person: lucia, email: address, language: 'it' };

function code(id: string, changes: Partial<Mail> = {}): Mail {
  const facts = { bank: 'Banca del tempo di Settimo', code: '482913', until: '10:52', deskEmail: 'desk@rho.example' };
  return { id, kind: 'code', to: { person: lucia }, language: 'it', facts, ...changes };
}

async function row(id: string) {
  const { rows } = await database.pool.query<Record<string, unknown>>(
    'select status, reason, person, content from notifications.mail where id = $1',
    [id],
  );
  return rows[0];
}

const sent = (id: string) =>
  eventually(async () => {
    expect(await row(id)).toMatchObject({ status: 'sent', content: null, person: null });
  });

/** The library waits seconds before it tries again: here it tries at once. */
const sentAtNextTry = (id: string) =>
  eventually(async () => {
    await database.pool.query(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now()),
         pg_notify('jobs:insert', '{"count": 1}')`,
    );
    expect(await row(id)).toMatchObject({ status: 'sent', content: null, person: null });
  });

const delayed = () =>
  eventually(() => {
    expect(logged.filter((line) => line.startsWith('a mail is delayed'))).not.toHaveLength(0);
  });

test('a mail that is put arrives once, and then only that it was sent is kept', async () => {
  startWorker();
  await outbox.put(code('one'));
  await outbox.put(code('one'));
  await eventually(async () => {
    expect(await row('one')).toEqual({ status: 'sent', reason: null, person: null, content: null });
  });
  await outbox.put(code('one'));
  await outbox.put(code('two'));
  await eventually(() => {
    expect(mails.arrived).toHaveLength(2);
  });
  expect(mails.arrived[0]?.to).toBe(address);
  expect(mails.arrived[0]?.raw).toContain('Message-ID: <one@example.org>');
  for (const line of [/^Subject: Il tuo codice: 482913\r?$/m, /^Reply-To: .*<desk@rho\.example>\r?$/m])
    expect(mails.arrived[0]?.raw).toMatch(line);
  expect(mails.arrived[1]?.raw).toContain('<two@example.org>');
});

test('a mail server that is down delays a mail, which arrives once when it comes back', async () => {
  await mails.stop();
  startWorker();
  await outbox.put(code('one'));
  await delayed();
  expect(await row('one')).toMatchObject({ status: 'waiting', reason: null });
  await mails.start();
  await sentAtNextTry('one');
  expect(mails.arrived).toHaveLength(1);
});

test.each<[string, TestMailServer['mood'], string]>([
  ['says nothing', 'silent', 'ETIMEDOUT'],
  ['asks to come again', { code: 451 }, 'smtp 451'],
])('a mail server that %s delays a mail, and nobody waits for it', async (_how, mood, reason) => {
  mails.mood = mood;
  startWorker();
  const began = performance.now();
  await outbox.put(code('one'));
  expect(performance.now() - began).toBeLessThan(silenceMs);
  await delayed();
  expect(logged.join()).toContain(reason);
  mails.mood = 'taking';
  await sentAtNextTry('one');
  expect(mails.arrived).toHaveLength(1);
});

test('a mailbox that is refused is a dead letter at once: seen by its kind, time and reason, and tried again when asked', async () => {
  mails.mood = { code: 550 };
  startWorker();
  await outbox.put(code('one'));
  await eventually(async () => {
    expect(await outbox.deadLetters()).toMatchObject([{ id: 'one', kind: 'code', reason: 'smtp 550' }]);
  });
  expect(await outbox.counts()).toEqual({ waiting: 0, dead: 1 });
  expect(await outbox.retry('two')).toBe(false);
  mails.mood = 'taking';
  expect(await outbox.retry('one')).toBe(true);
  await sent('one');
  expect(await outbox.retry('one')).toBe(false);
  expect(await outbox.deadLetters()).toEqual([]);
});

test('a mail is put by the transaction that it tells about, or not at all', async () => {
  startWorker();
  const client = await pool.connect();
  await client.query('begin');
  await outbox.put(code('never'), client);
  await client.query('rollback');
  await client.query('begin');
  await outbox.put(code('one'), client);
  await client.query('commit');
  client.release();
  await sent('one');
  expect(await row('never')).toBeUndefined();
  expect(mails.arrived).toHaveLength(1);
});

test('what was put before anybody sends, and what a killed process left locked, is sent by who starts next', async () => {
  await outbox.put(code('before'));
  await startWorker().close();
  await eventually(async () => {
    expect(await row('before')).toMatchObject({ status: 'sent' });
  });
  await outbox.put(code('locked'));
  await database.pool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed'`);
  startWorker();
  await sent('locked');
  expect(mails.arrived).toHaveLength(2);
});

test('of two processes one sends; the other takes over when its connection is cut', async () => {
  const first = startWorker();
  await outbox.put(code('one'));
  await sent('one');
  const second = startWorker();
  await database.pool.query(
    `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
     where l.locktype = 'advisory' and d.datname = current_database()`,
  );
  for (const id of ['two', 'three', 'four']) await outbox.put(code(id));
  for (const id of ['two', 'three', 'four']) await sent(id);
  expect(mails.arrived).toHaveLength(4);
  await Promise.all([first.close(), second.close()]);
});

test('whoever closes does not wait for a mail server that says nothing', async () => {
  mails.mood = 'silent';
  const patient = new SmtpSender({ url: mails.url, from: 'banca@example.org' }, 60_000);
  const closing = startWorker(patient);
  await outbox.put(code('one'));
  await eventually(() => {
    expect(mails.asked).toBe(1);
  });
  const began = performance.now();
  await closing.close();
  expect(performance.now() - began).toBeLessThan(8_000);
  expect(await row('one')).toMatchObject({ status: 'waiting' });
}, 20_000);

test('whom a mail is for and what it says stands in no table, job, dead letter or line of the log', async () => {
  mails.mood = { code: 550 };
  startWorker();
  await outbox.put(code('dead'));
  await eventually(async () => {
    expect(await outbox.deadLetters()).toHaveLength(1);
  });
  mails.mood = { code: 451 };
  await outbox.put(code('delayed', { to: { address: 'former@example.org', owner: lucia } }));
  await delayed();
  const stored = await database.pool.query(
    `select (select string_agg(m::text, ' ') from notifications.mail m) || (select string_agg(j::text, ' ') from graphile_worker._private_jobs j) as all`,
  );
  const everything = JSON.stringify(stored.rows) + logged.join();
  expect(everything).toContain('smtp 451');
  for (const secret of ['segreta', 'former', '482913', 'Settimo']) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(Buffer.from(secret).toString('hex'));
  }
});

test('what ended is forgotten after thirty days, given up or sent', async () => {
  const content = Buffer.from('sealed');
  const ended = (id: string, days: number) =>
    database.pool.query(
      `insert into notifications.mail (id, kind, status, content, ended_at, reason)
       values ($1, 'code', 'dead', $2, now() - make_interval(days => $3), 'smtp 550')`,
      [id, content, days],
    );
  await Promise.all([ended('old', 30), ended('young', 29)]);
  startWorker();
  await eventually(async () => {
    expect(await row('old')).toBeUndefined();
  });
  expect(await row('young')).toMatchObject({ status: 'dead' });
});
