import { QueryBus } from '@nestjs/cqrs';
import pg from 'pg';
import { pino } from 'pino';
import { minutes, streamOf, type BankId, type ExchangeId, type HubId } from '#kernel';
import { LogExchangeCommand, WithdrawExchangeCommand } from '#ledger';
import { AdmitPersonCommand } from '#membership';
import { TestMailServer, eventually } from '#testing';
import { accepted, ada, bankReady, commands, context, correlation, day, settings } from '../setting-up.example.js';
import { exchangeLetters, followJournals } from './exchange-mailing.js';
import { startMailing, type Mailing } from './mailing.js';

type Someone = Awaited<ReturnType<typeof admitted>>;

const publicUrl = 'https://banca.example.org';
const log = pino({ level: 'silent' });

let mails: TestMailServer;
let database: pg.Pool;
let mailing: Mailing;
let ended: AbortController;
let following: Promise<void>;

/** Ends what it began before the database goes. */
async function withMailServer(work: () => Promise<void>): Promise<void> {
  mails = new TestMailServer();
  await mails.start();
  database = new pg.Pool({ connectionString: settings.databaseUrl });
  try {
    await work();
  } finally {
    await stop();
    await database.end();
    await mails.stop();
  }
}

function start(): void {
  const queries = context.app.get(QueryBus);
  const smtp = { url: mails.url, from: 'banca@example.org' };
  const letters = exchangeLetters(queries, context.parts, publicUrl);
  mailing = startMailing({ ...settings, smtp }, context.parts, letters, undefined, log);
  ended = new AbortController();
  following = followJournals(queries, context.parts, log, ended.signal);
}

async function stop(): Promise<void> {
  ended.abort();
  await following;
  await mailing.close();
}

/** The mark stands: what is recorded from now on is told. */
const looking = () =>
  eventually(async () => {
    expect((await database.query('select from notifications.journal_mark')).rowCount).toBe(1);
  });

async function admitted(bank: BankId, hub: HubId, displayName: string, email?: string) {
  const newcomer = { displayName, language: 'it' as const, ...(email !== undefined && { email }) };
  const admission = { bank, who: { newcomer }, hub, since: day('2026-02-01'), channel: email !== undefined };
  const key = `admitting-${displayName.replace(' ', '-')}`;
  const event = accepted(await commands.execute(new AdmitPersonCommand(admission, { person: ada }, key, correlation)));
  if (event.type !== 'MemberAdmitted') throw new Error(event.type);
  const { account, person } = event.data;
  return { account, person };
}

/** A neighbour says they gave 90 minutes. */
async function logged(bank: BankId, hub: HubId, provider: Someone, receiver: Someone, key: string) {
  const times = { minutes: minutes(90), serviceDate: day('2026-03-01') };
  const input = { provider: provider.account, receiver: receiver.account, ...times, hub };
  const command = { name: 'LogExchange' as const, input, texts: { note: 'parole segrete' } };
  const actor = { person: provider.person };
  const stream = streamOf('journal', bank);
  const event = accepted(await commands.execute(new LogExchangeCommand({ stream, command, actor, key, correlation })));
  if (event.type !== 'ExchangeLogged') throw new Error(event.type);
  return event.data.facts.exchange;
}

async function rowsOf(): Promise<readonly { kind: string; status: string; later: boolean }[]> {
  const { rows } = await database.query<{ kind: string; status: string; later: boolean }>(
    `select kind, status, coalesce(not_before > now(), false) as later from notifications.mail
     order by not_before nulls first, kind`,
  );
  return rows;
}

/** As if the day of the next reminder had come. */
async function dayComes(): Promise<void> {
  await database.query(`update notifications.mail set not_before = now() where id =
    (select id from notifications.mail where status = 'waiting' and not_before > now() order by not_before limit 1)`);
  await database.query(
    `select graphile_worker.reschedule_jobs(array(select j.id from graphile_worker.jobs j
       join notifications.mail m on m.id = j.key where m.not_before <= now()), run_at => now()),
     pg_notify('jobs:insert', '{"count": 1}')`,
  );
}

const arrived = (count: number) =>
  eventually(() => {
    expect(mails.arrived).toHaveLength(count);
    return mails.arrived;
  }, 10_000);

const claimFollowed = async (): Promise<void> => {
  const { bank, hub } = await bankReady();
  const carla = await admitted(bank, hub, 'Carla Ferri', 'carla@example.org');
  const lucia = await admitted(bank, hub, 'Lucia Bianchi', 'lucia@example.org');
  const rosa = await admitted(bank, hub, 'Rosa Galli');
  await logged(bank, hub, carla, lucia, 'claim-of-before');
  start();
  await looking();

  await logged(bank, hub, carla, rosa, 'claim-on-rosa');
  const exchange: ExchangeId = await logged(bank, hub, carla, lucia, 'claim-on-lucia');
  const [mail] = await arrived(1);
  expect(mail?.to).toBe('lucia@example.org');
  expect(mail?.raw).toContain('Subject: Carla Ferri ti ha dato 1 h 30 min: confermi?');
  expect(mail?.raw).not.toMatch(/List-Unsubscribe|parole/);
  // The other side has the mail before the worker hears so and writes it down.
  await eventually(async () => {
    expect(await rowsOf()).toEqual([
      { kind: 'to-confirm', status: 'sent', later: false },
      { kind: 'reminder', status: 'waiting', later: true },
      { kind: 'reminder', status: 'waiting', later: true },
    ]);
  });
  expect(await context.parts.outbox.counts()).toEqual({ waiting: 0, dead: 0 });

  await stop();
  await dayComes();
  start();
  const [, reminder] = await arrived(2);
  expect(reminder?.raw).toContain('Subject: Carla Ferri aspetta la tua risposta: 1 h 30 min');
  expect(unfolded(reminder?.raw)).toMatch(/^List-Unsubscribe: <https:\/\/banca\.example\.org\/avvisi\/[\w-]+>\r?$/m);
  expect(reminder?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);

  const command = { name: 'WithdrawExchange' as const, input: { exchange } };
  const withdrawal = { stream: streamOf('journal', bank), command, actor: { person: carla.person } };
  accepted(await commands.execute(new WithdrawExchangeCommand({ ...withdrawal, key: 'withdrawing', correlation })));
  await context.parts.readModels.waitFor(await context.parts.store.head());
  await dayComes();
  await eventually(async () => {
    expect((await rowsOf()).map(({ status }) => status)).toEqual(['sent', 'sent', 'dropped']);
  });
  expect(mails.arrived).toHaveLength(2);
};

test(
  'the past is told to nobody; a claim is mailed at once, once, and again on its days while it is open',
  () => withMailServer(claimFollowed),
  40_000,
);

const remindersOff = async (): Promise<void> => {
  const { bank, hub } = await bankReady();
  const carla = await admitted(bank, hub, 'Carla Ferri', 'carla@example.org');
  const lucia = await admitted(bank, hub, 'Lucia Bianchi', 'lucia@example.org');
  await context.parts.unwantedMails.set(lucia.person, 'reminder', false);
  start();
  await looking();
  await logged(bank, hub, carla, lucia, 'claim-on-lucia');
  await arrived(1);
  await dayComes();
  await eventually(async () => {
    expect((await rowsOf()).map(({ status }) => status)).toEqual(['sent', 'dropped', 'waiting']);
  });
  expect(mails.arrived).toHaveLength(1);
};

test(
  'who turned reminders off gets none, and is still told that it is their turn',
  () => withMailServer(remindersOff),
  40_000,
);

/** A header as it is meant, whatever its lines. */
function unfolded(raw = ''): string {
  return raw.replace(/\r?\n[ \t]+/g, ' ');
}
