import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryBus } from '@nestjs/cqrs';
import { pino } from 'pino';
import { Flusher, StreamWriters, postgresSnapshots } from '#event-store';
import {
  addDays,
  epochMs,
  instant,
  minutes,
  streamOf,
  type AccountId,
  type BankId,
  type HubId,
  type LocalDate,
  type NetworkId,
  type PersonId,
  type Recorded,
} from '#kernel';
import { BanksWithDueClaimsQuery, journal, type BankRules, type JournalCommand, type JournalEvent } from '#ledger';
import { eventually, idOf, testDatabase, type TestDatabase } from '#testing';
import { createContext, type Context } from './context.js';
import { startServer } from './server.js';
import { settingsFrom, type Settings } from './settings.js';

const claimDays = 30;
const loggedAt = addDays(instant(Date.now()), -claimDays - 1);
const expiresAt = addDays(loggedAt, claimDays);
const serviceDate = loggedAt.slice(0, 10) as LocalDate;
const from = '2020-01-01' as LocalDate;

const [ada, bruno] = [idOf<PersonId>('Ada'), idOf<PersonId>('Bruno')];
const bank = idOf<BankId>('bank');
const hub = idOf<HubId>('hub');
const network = idOf<NetworkId>('network');
const cause = { stream: streamOf('network', network), revision: 0 };
const stream = streamOf('journal', bank);
const rules: BankRules = {
  timeZone: 'UTC',
  stepMinutes: 15,
  exchangeMinutesMax: minutes(1440),
  consent: 'both',
  claimDays,
  limits: { floor: { kind: 'none' }, ceiling: { kind: 'none' } },
  categories: [],
  strands: [],
};
const log = pino({ level: 'silent' });

let database: TestDatabase;
let folder: string;
let settings: Settings;
let context: Context;

beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'deadlines-'));
  settings = settingsFrom({ DATABASE_URL: database.url, DATA_DIR: folder, PORT: '0', NODE_ENV: 'test' });
  context = await createContext(settings, log);
});
afterEach(async () => {
  await context.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** A month and a day ago Ada said, in a bank of two members, that she gave Bruno an hour. The views know it. */
async function claimLogged(): Promise<void> {
  const { store, codec, vault, readModels } = context.parts;
  const writers = new StreamWriters({
    store,
    codec,
    vault,
    flusher: new Flusher(store),
    clock: { now: () => epochMs(loggedAt) },
    snapshots: postgresSnapshots(database.pool),
    pause: () => Promise.resolve(),
    random: () => 0,
    onFault: (fault) => {
      throw fault;
    },
  });
  const ask = async (command: JournalCommand, subject: string) => {
    const asked = { stream, command, actor: { person: ada }, key: `asking-${subject}`, correlation: 'test' };
    const verdict = await writers.submit(journal, asked);
    if (!verdict.accepted) throw verdict.refusal;
    return verdict;
  };
  const admitted = async (person: PersonId): Promise<AccountId> => {
    const input = { person, hub, since: from, channel: true };
    const { records } = await ask({ name: 'AdmitMember', input }, person);
    const event = records[0]?.event;
    if (event?.type !== 'MemberAdmitted') throw new Error('not admitted');
    return event.data.account;
  };

  await vault.ensureKeys([{ kind: 'bank', id: bank }]);
  const opening = { bank, network, handle: 'rho', name: 'Rho', rules, administrators: [ada], cause };
  await ask({ name: 'OpenBank', input: opening }, bank);
  await ask({ name: 'ServeHub', input: { hub, ancestors: [], from, cause } }, hub);
  const [provider, receiver] = [await admitted(ada), await admitted(bruno)];
  const input = { provider, receiver, minutes: minutes(60), serviceDate, hub };
  const { position } = await ask({ name: 'LogExchange', input }, 'an-hour');
  await readModels.waitFor(position);
}

async function lastRecord(): Promise<Recorded<JournalEvent>> {
  const stored = (await context.parts.store.readStream(stream, 0, 100)).at(-1);
  if (!stored) throw new Error('the journal is empty');
  return context.parts.codec.decode(stored) as Recorded<JournalEvent>;
}

test('a claim past its day expires in a bank that nobody touches', async () => {
  await claimLogged();
  const server = await startServer(settings, log);
  try {
    const expired = await eventually(async () => {
      const record = await lastRecord();
      expect(record.event.type).toBe('ExchangeExpired');
      return record;
    });
    expect(expired).toMatchObject({
      actor: { system: 'deadlines' },
      event: { data: { facts: { minutes: 60 }, expiresAt } },
    });
  } finally {
    await server.close();
  }
});

test('a bank has something due from the moment when a claim’s days are over', async () => {
  await claimLogged();
  const dueAt = (ms: number) => context.app.get(QueryBus).execute(new BanksWithDueClaimsQuery(instant(ms)));

  expect(await dueAt(epochMs(expiresAt) - 1)).toEqual([]);
  expect(await dueAt(epochMs(expiresAt))).toEqual([bank]);
});

test('a bank whose exchanges the view cannot take is looked after too', async () => {
  await claimLogged();
  await database.pool.query(
    `insert into read.parked (view, version, stream, revision, reason)
     select view, version, $1, 5, 'poison' from read.version where view = 'exchange' and status = 'serving'`,
    [stream],
  );
  const longBefore = instant(epochMs(expiresAt) - 1);

  expect(await context.app.get(QueryBus).execute(new BanksWithDueClaimsQuery(longBefore))).toEqual([bank]);
});
