import pg from 'pg';
import type { Contact, Mail, PersonId } from '#kernel';
import { eventually, idOf, testDatabase, type TestDatabase } from '#testing';
import { Delivery } from '../../commands/deliver-mail/delivery.js';
import { outboxMigrations } from '../../stores/outbox/outbox.migration.js';
import { PostgresOutbox } from '../../stores/outbox/postgres-outbox.js';
import { PostgresWaitingMails } from '../../stores/outbox/postgres-waiting-mails.js';
import { SmtpSender } from '../mail/smtp-sender.js';
import { mailSeal } from '../vault/mail-seal.js';
import { TestMailServer } from './mail-server.example.js';
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

function startWorker(): MailWorker {
  const contacts = { of: (person: PersonId) => Promise.resolve(person === lucia ? contact : undefined) };
  const sender = new SmtpSender({ url: mails.url, from: 'banca@example.org' }, silenceMs);
  const clock = { now: () => Date.now() };
  const delivery = new Delivery({ mails: new PostgresWaitingMails(workersPool), seal, contacts, sender, clock });
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
  const facts = { bank: 'Banca del tempo di Settimo', code: '482913', until: '10:52' };
  return { id, kind: 'code', to: { person: lucia }, language: 'it', facts, ...changes };
}

async function row(id: string) {
  const { rows } = await database.pool.query<Record<string, unknown>>(
    'select status, reason, person, content from notifications.mail where id = $1',
    [id],
  );
  return rows[0];
}

/** The library waits seconds before it tries again: here it tries at once. */
async function tryAgainNow(): Promise<void> {
  await database.pool.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`,
  );
}

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
  const [first] = mails.arrived;
  expect(first?.to).toBe(address);
  expect(first?.raw).toContain('Message-ID: <one@example.org>');
  expect(first?.raw).toContain('Subject: Il tuo codice: 482913');
  expect(mails.arrived[1]?.raw).toContain('<two@example.org>');
});
