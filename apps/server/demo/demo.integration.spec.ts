import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import {
  CLOCK,
  CODEC,
  EVENT_STORE,
  Flusher,
  StreamWriters,
  VAULT,
  createCodec,
  postgresEventStore,
  postgresSnapshots,
} from '#event-store';
import { HubsModule, networkEventVersions } from '#hubs';
import { IMPORT_STAGING, ImportFileCommand, ImportingModule, PostgresStaging, type ImportOutcome } from '#importing';
import { streamOf, type BankId, type Clock, type EventStore, type ImportStaging } from '#kernel';
import { LedgerModule, journal, journalEventVersions } from '#ledger';
import { KeyVault, MembershipModule, PostgresKeyStore, personEventVersions } from '#membership';
import { ReadDoor, ReadModels } from '#read-model';
import { testDatabase, type TestDatabase } from '#testing';
import { migrations } from '../migrations.js';
import { views } from '../views.js';
import { demoHistory, demoSeed } from './demo-history.js';
import { loadDemo, type LoadedDemo } from './load-demo.js';
import { demoPeople } from './demo-people.js';

const correlation = '00000000-0000-8000-8000-0000000000ff';
const clock: Clock = { now: () => Date.now() };

/** A staging whose `recorded` fails whenever it is told to: the journal has the chunk, staging does not know. */
class ForgetfulStaging extends PostgresStaging {
  failing = false;
  /** So many chunks before it fails. */
  letThrough = 0;

  override recorded(...args: Parameters<ImportStaging['recorded']>): Promise<void> {
    if (!this.failing || this.letThrough > 0) {
      this.letThrough = Math.max(0, this.letThrough - 1);
      return super.recorded(...args);
    }
    return Promise.reject(new Error('killed'));
  }
}

let database: TestDatabase;
let pool: pg.Pool;
let models: ReadModels;
let store: EventStore;
let writers: StreamWriters;
let app: INestApplicationContext;
let staging: ForgetfulStaging;
let commands: CommandBus;
let demo: LoadedDemo;
let caughtUp: () => Promise<void>;
let ports: Parameters<typeof loadDemo>[0];

beforeAll(async () => {
  database = await testDatabase({ migrations });
  pool = new pg.Pool({ connectionString: database.url, options: '-c role=reciproca_app' });
  pool.on('error', () => undefined);
  store = postgresEventStore(pool, clock);
  const codec = createCodec({ versions: { ...journalEventVersions, ...personEventVersions, ...networkEventVersions } });
  const vault = new KeyVault({
    store: new PostgresKeyStore(pool),
    masterKey: new Uint8Array(32).fill(7),
    clock,
    canonical: codec.canonical,
  });
  writers = new StreamWriters({
    store,
    flusher: new Flusher(store),
    codec,
    vault,
    clock,
    snapshots: postgresSnapshots(pool),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
    onFault: (cause) => {
      throw cause;
    },
  });
  models = await ReadModels.open({
    databaseUrl: database.url,
    views,
    store,
    codec,
    vault,
    log: { warn: () => undefined },
  });
  models.start();
  staging = new ForgetfulStaging(pool);

  class Ports {}
  Module({
    imports: [CqrsModule.forRoot()],
    providers: [
      { provide: EVENT_STORE, useValue: store },
      { provide: CODEC, useValue: codec },
      { provide: VAULT, useValue: vault },
      { provide: CLOCK, useValue: clock },
      { provide: StreamWriters, useValue: writers },
      { provide: ReadDoor, useValue: models.door },
      { provide: IMPORT_STAGING, useValue: staging },
    ],
    exports: [CqrsModule, EVENT_STORE, CODEC, VAULT, CLOCK, StreamWriters, ReadDoor, IMPORT_STAGING],
  })(Ports);
  Global()(Ports);
  class Root {}
  Module({ imports: [Ports, LedgerModule, MembershipModule, HubsModule, ImportingModule] })(Root);
  app = await NestFactory.createApplicationContext(Root, { logger: false, abortOnError: false });
  await app.init();
  commands = app.get(CommandBus);
  caughtUp = async () => {
    await models.waitFor(await store.head());
  };
  ports = { commands, writers, codec, store };
  demo = await loadDemo(ports, { correlation, caughtUp });
  await caughtUp();
}, 60_000);

afterAll(async () => {
  await app.close();
  await models.close();
  await writers.close();
  await store.close();
  await pool.end();
  await database.drop();
});

const balances = (bank: BankId) =>
  ports.writers.look(journal, streamOf('journal', bank), (state) => ({
    members: [...state.memberships.entries()].length,
    entries: state.lastEntryNumber,
    sum: [...state.accounts.entries()].reduce((sum, [, { balanceMinutes }]) => sum + balanceMinutes, 0),
    open: [...state.claims.entries()].length,
  }));

async function importing(text: string, commit = true, administrator = demo.administrator): Promise<ImportOutcome> {
  await caughtUp();
  const exchanges = async function* () {
    yield await Promise.resolve(Buffer.from(text));
  };
  return commands.execute(
    new ImportFileCommand(
      { bank: demo.bank, exchanges, answers: {}, defaultHub: 'rho' },
      administrator,
      commit,
      correlation,
    ),
  );
}

const stagedRows = async (): Promise<unknown> => {
  const { rows } = await database.pool.query(
    'select (select count(*) from staging.party)::int as parties, (select count(*) from staging.exchange)::int as exchanges',
  );
  return rows[0];
};

test('the demonstration comes in whole, through the import, and sums to zero', async () => {
  expect(demo.outcome).toMatchObject({
    status: 'imported',
    report: {
      newMembers: 319,
      knownMembers: 0,
      exchanges: 2_316,
      minutes: 402_720,
    },
  });
  expect(await balances(demo.bank)).toEqual({ members: 319, entries: 2_316, sum: 0, open: 4 });
  expect(await stagedRows()).toEqual({ parties: 0, exchanges: 0 });
});

test('loading it again adds nothing and says so', async () => {
  const before = await ports.store.storeId();
  const head = await database.pool.query('select count(*)::int as records from events.record');
  expect((await loadDemo(ports, { correlation, caughtUp })).outcome).toMatchObject({
    status: 'known',
    import: { exchanges: 2_316 },
  });
  expect((await database.pool.query('select count(*)::int as records from events.record')).rows).toEqual(head.rows);
  expect(await ports.store.storeId()).toBe(before);
});

test('everybody with a part is there', async () => {
  const people = await demoPeople(ports, demo.bank);
  expect(people.map(({ who }) => who)).toHaveLength(12);
});

describe('a file for the bank', () => {
  const header = 'data;chi dà;chi riceve;ore;note\n';
  const { members } = demoHistory(demoSeed);
  const nameOf = (number: number): string => members[number - 1]?.name ?? '';
  /** So many rows between newcomers of that surname. */
  const file = (surname: string, rows: number, note = ''): string =>
    header +
    Array.from(
      { length: rows },
      (_, row) => `2025-03-${String((row % 28) + 1).padStart(2, '0')};Gia ${surname};Teo ${surname};1,5;${note}`,
    ).join('\n');

  test('is only looked at without commit', async () => {
    const before = await balances(demo.bank);
    expect(await importing(file('Solovista', 3), false)).toMatchObject({
      status: 'planned',
      report: { newMembers: 2, exchanges: 3, minutes: 270, firstDay: '2025-03-01', lastDay: '2025-03-03' },
    });
    expect(await balances(demo.bank)).toEqual(before);
    expect(await stagedRows()).toEqual({ parties: 0, exchanges: 0 });
  });

  test('is refused whole when one line of many is wrong', async () => {
    const before = await balances(demo.bank);
    const outcome = await importing(`${file('Sbagliata', 2_500)}\n2025-02-31;Gia Sbagliata;Teo Sbagliata;1;\n`);
    expect(outcome).toMatchObject({
      status: 'refused',
      refusal: { count: 1, problems: [{ code: 'DATE_IMPOSSIBLE', line: 2_502 }] },
    });
    expect(await balances(demo.bank)).toEqual(before);
    expect(await stagedRows()).toEqual({ parties: 0, exchanges: 0 });
  });

  test('is refused to whoever is no administrator', async () => {
    const [, coordinator] = await demoPeople(ports, demo.bank);
    expect(await importing(file('Estranea', 1), true, coordinator?.person)).toMatchObject({
      status: 'refused',
      refusal: { code: 'FORBIDDEN' },
    });
  });

  test('finds the members that the bank has, by name or number', async () => {
    const rows = `2026-10-31;${nameOf(1)};${nameOf(2)} (2);0,5;\n`;
    expect(await importing(header + rows)).toMatchObject({
      status: 'imported',
      report: { newMembers: 0, knownMembers: 2 },
    });
  });

  test.each([
    { surname: 'Cortanota', rows: 450, note: '' },
    { surname: 'Lunganota', rows: 120, note: 'x'.repeat(1_900) },
  ])('killed after each chunk it goes on where it was: $surname', async ({ surname, rows, note }) => {
    const before = await balances(demo.bank);
    const text = file(surname, rows, note);
    for (let chunk = 0; chunk < 2; chunk += 1) {
      staging.failing = true;
      await expect(importing(text)).rejects.toThrow('killed');
      expect(await importing(text, false)).toMatchObject({ status: 'unfinished', import: { exchanges: rows } });
      staging.letThrough = 1;
      await expect(importing(text)).rejects.toThrow('killed');
    }
    staging.failing = false;
    expect(await importing(text)).toMatchObject({
      status: expect.stringMatching(/imported|known/) as unknown,
      import: { exchanges: rows },
    });
    expect(await importing(text)).toMatchObject({ status: 'known' });
    const after = await balances(demo.bank);
    expect(after).toEqual({ ...before, members: before.members + 2, entries: before.entries + rows });
    expect(after.sum).toBe(0);
    expect(await stagedRows()).toEqual({ parties: 0, exchanges: 0 });
  });
});
