import pg from 'pg';
import {
  Flusher,
  StreamWriters,
  createCodec,
  eventStoreMigrations,
  postgresEventStore,
  postgresSnapshots,
  snapshotMigrations,
} from '#event-store';
import {
  streamOf,
  type BankId,
  type Codec,
  type EventStore,
  type HubId,
  type LocalDate,
  type NetworkId,
  type PersonId,
  type RecordRef,
  type Submission,
} from '#kernel';
import { journal, journalEventVersions, type AdmitMemberCommand, type BankCommand, type BankRules } from '#ledger';
import { idOf, testDatabase, type TestDatabase } from '#testing';
import { KeyVault } from '../../adapters/vault/key-vault.js';
import { personEventVersions } from '../../domain/person/person.events.js';
import { keyMigrations } from '../../stores/keys/key.migrations.js';
import { PostgresKeyStore } from '../../stores/keys/postgres-key-store.js';
import { AdmitPersonCommand } from './admit-person.command.js';
import { AdmitPersonHandler } from './admit-person.handler.js';
import { Admissions } from './admissions.js';

const [bank, hub, ada] = [idOf<BankId>('Settimo'), idOf<HubId>('hub'), idOf<PersonId>('Ada')];
const network = idOf<NetworkId>('network');
const stream = streamOf('journal', bank);
const cause: RecordRef = { stream: streamOf('network', network), revision: 0 };
const rules: BankRules = {
  timeZone: 'Europe/Rome',
  stepMinutes: 15,
  exchangeMinutesMax: 1440 as BankRules['exchangeMinutesMax'],
  consent: 'both',
  claimDays: 30,
  limits: { floor: { kind: 'none' }, ceiling: { kind: 'none' } },
  categories: [],
  strands: [],
};

let database: TestDatabase;
let pool: pg.Pool;
let codec: Codec;
let store: EventStore;
let vault: KeyVault;

beforeEach(async () => {
  database = await testDatabase({ migrations: [...eventStoreMigrations, ...snapshotMigrations, ...keyMigrations] });
  pool = new pg.Pool({ connectionString: database.url, options: '-c role=reciproca_app' });
  codec = createCodec({ versions: { ...journalEventVersions, ...personEventVersions } });
  const clock = { now: () => Date.now() };
  store = postgresEventStore(pool, clock);
  const canonical = (value: unknown) => codec.canonical(value);
  vault = new KeyVault({ store: new PostgresKeyStore(pool), masterKey: new Uint8Array(32), clock, canonical });
});
afterEach(async () => {
  await store.close();
  await pool.end();
  await database.drop();
});

/** A server's writers and its admissions; `reachJournal` is false for one that dies before the journal is asked. */
function server(reachJournal = true) {
  const clock = { now: () => Date.now() };
  const writers = new StreamWriters({
    store,
    flusher: new Flusher(store),
    codec,
    vault,
    clock,
    snapshots: postgresSnapshots(pool),
    pause: () => Promise.resolve(),
    random: () => 0.5,
    onFault: () => undefined,
  });
  const commands = {
    execute: ({ submission }: AdmitMemberCommand) =>
      reachJournal ? writers.submit(journal, submission) : Promise.reject(new Error('killed')),
  };
  const handler = new AdmitPersonHandler(new Admissions(writers, commands as never, codec, vault));
  return { writers, handler };
}

async function bankOpened() {
  const { writers } = server();
  await vault.ensureKeys([{ kind: 'bank', id: bank }]);
  const commands: readonly BankCommand[] = [
    {
      name: 'OpenBank',
      input: { bank, network, handle: 'settimo', name: 'Settimo', rules, administrators: [ada], cause },
    },
    { name: 'ServeHub', input: { hub, ancestors: [], from: '2026-01-01' as LocalDate, cause } },
  ];
  for (const command of commands) {
    const asked: Submission<BankCommand> = {
      stream,
      command,
      actor: { person: ada },
      key: command.name,
      correlation: 'test',
    };
    expect(await writers.submit(journal, asked)).toMatchObject({ accepted: true });
  }
}

const admission = {
  bank,
  who: { newcomer: { displayName: 'Lucia Sala', language: 'it' } },
  hub,
  since: '2026-02-01' as LocalDate,
  channel: true,
} as const;
const admitting = new AdmitPersonCommand(admission, { person: ada }, 'admitting-lucia', 'test');

async function stored(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ type: string }>('select type from events.record order by position');
  return rows.map(({ type }) => type);
}

async function keyOwners(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ kind: string }>(
    'select owner_kind as kind from keys.data_key order by 1',
  );
  return rows.map(({ kind }) => kind);
}

test('an admission that was cut off once the person was registered is finished by asking again, and doubles nothing', async () => {
  await bankOpened();
  await expect(server(false).handler.execute(admitting)).rejects.toThrow('killed');
  expect(await stored()).toEqual(['BankOpened', 'HubServed', 'PersonRegistered']);

  const admitted = await server().handler.execute(admitting);
  expect(admitted).toMatchObject({
    accepted: true,
    records: [{ event: { type: 'MemberAdmitted', data: { number: 1 } } }],
  });
  expect(await server().handler.execute(admitting)).toEqual(admitted);

  expect(await stored()).toEqual(['BankOpened', 'HubServed', 'PersonRegistered', 'MemberAdmitted']);
  expect(await keyOwners()).toEqual(['bank', 'membership', 'person']);
});
