import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { pino } from 'pino';
import { ImportFileCommand, PostgresStaging, type ImportOutcome } from '#importing';
import { streamOf, type BankId, type ImportStaging } from '#kernel';
import { journal } from '#ledger';
import { testDatabase, type TestDatabase } from '#testing';
import { ContextModule } from '../context.js';
import { openParts, type Parts } from '../parts.js';
import { settingsFrom } from '../settings.js';
import { demoHistory, demoSeed } from './demo-history.js';
import { demoPeople } from './demo-people.js';
import { administratorOf } from '../cli/administrator-of.js';
import { loadDemo, type LoadedDemo } from './load-demo.js';

const correlation = '00000000-0000-8000-8000-0000000000ff';
/** A staging whose `recorded` fails whenever it is told to: the journal has the chunks, staging does not know. */
class ForgetfulStaging extends PostgresStaging {
  failing = false;
  /** So many times before it fails. */
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
let folder: string;
let pool: pg.Pool;
let parts: Parts;
let app: INestApplicationContext;
let staging: ForgetfulStaging;
let demo: LoadedDemo;
let ports: Parameters<typeof loadDemo>[0];
const caughtUp = async (): Promise<void> => parts.readModels.waitFor(await parts.store.head());

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'demonstration-'));
  const settings = settingsFrom({ DATABASE_URL: database.url, DATA_DIR: folder, NODE_ENV: 'test' });
  parts = await openParts(settings, pino({ level: 'silent' }));
  parts.readModels.start();
  pool = new pg.Pool({ connectionString: database.url, options: '-c role=reciproca_app' });
  staging = new ForgetfulStaging(pool);
  app = await NestFactory.createApplicationContext(ContextModule.of({ ...parts, staging }), { logger: false });
  ports = {
    ...parts,
    commands: app.get(CommandBus),
    origin: await parts.store.storeId(),
    hubPages: 'http://localhost:4000',
  };
  demo = await loadDemo(ports, { correlation, caughtUp });
}, 60_000);

afterAll(async () => {
  await app.close();
  await parts.close();
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true });
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
  return ports.commands.execute(
    new ImportFileCommand(
      { bank: demo.bank, exchanges, answers: {}, defaultHub: 'rho' },
      administrator,
      commit,
      randomUUID(),
    ),
  );
}

const stagedRows = async (): Promise<unknown> => {
  const { rows } = await database.pool.query(
    'select (select count(*) from staging.party)::int as parties, (select count(*) from staging.exchange)::int as exchanges',
  );
  return rows[0];
};

test('an import that names nobody is done by the administrator longest in office, of a bank that is the only one so called', async () => {
  const [administrator] = (await demoPeople(ports, demo.bank)).filter(({ who }) => who === 'administrator');
  expect(await administratorOf(parts.readModels, 'opcafe')).toBe(administrator?.person);
  expect(await administratorOf(parts.readModels, 'elsewhere')).toBeUndefined();
});

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
  const head = await database.pool.query('select count(*)::int as records from events.record');
  expect((await loadDemo(ports, { correlation, caughtUp })).outcome).toMatchObject({
    status: 'known',
    import: { exchanges: 2_316 },
  });
  expect((await database.pool.query('select count(*)::int as records from events.record')).rows).toEqual(head.rows);
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
    { surname: 'Cortanota', rows: 450, note: '', leavings: 2 },
    { surname: 'Lunganota', rows: 230, note: 'x'.repeat(1_900), leavings: 1 },
  ])(
    'killed whenever chunks leave staging it goes on where it was: $surname',
    async ({ surname, rows, note, leavings }) => {
      const before = await balances(demo.bank);
      const text = file(surname, rows, note);
      for (let leaving = 0; leaving < leavings; leaving += 1) {
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
    },
  );

  test('cut otherwise by whoever began it, it stops at the first command and adds nothing', async () => {
    const text = file('Altrotaglio', 450);
    staging.failing = true;
    await expect(importing(text)).rejects.toThrow('killed');
    staging.failing = false;
    const before = await balances(demo.bank);
    await database.pool.query('delete from staging.exchange where line = 3');
    expect(await importing(text)).toMatchObject({
      status: 'stopped',
      refusal: { code: 'IDEMPOTENCY_CONFLICT' },
    });
    expect(await balances(demo.bank)).toEqual(before);
  });
});
