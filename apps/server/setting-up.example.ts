import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import { pino } from 'pino';
import {
  AddHubCommand,
  OpenNetworkBankCommand,
  OpenNetworkCommand,
  ServeNetworkHubCommand,
  shell,
  type NetworkEvent,
} from '#hubs';
import {
  streamOf,
  type AnyEvent,
  type BankId,
  type HubId,
  type LocalDate,
  type NetworkId,
  type PersonId,
  type Verdict,
} from '#kernel';
import type { BankRules, JournalEvent } from '#ledger';
import { RegisterPersonCommand } from '#membership';
import { idOf, testDatabase, type TestDatabase } from '#testing';
import { createContext, type Context } from './context.js';
import { settingsFrom, type Settings } from './settings.js';

export const day = (text: string): LocalDate => text as LocalDate;
export const correlation = 'test';

export const ada = idOf<PersonId>('Ada');
export const opcafe = idOf<NetworkId>('#OpCafé');
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
let folder: string;
/** Made anew for each test of the file that imports this. */
export let settings: Settings;
export let context: Context;
export let commands: CommandBus;

beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'setting-up-'));
  await open({});
});

async function open(more: Readonly<Record<string, string>>): Promise<void> {
  settings = settingsFrom({ DATABASE_URL: database.url, DATA_DIR: folder, NODE_ENV: 'test', ...more });
  context = await createContext(settings, pino({ level: 'silent' }), 'build anew');
  commands = context.app.get(CommandBus);
}

/** Stops it and starts it again with other settings besides; nobody is connected to the database in between. */
export async function startedAgain(
  more: Readonly<Record<string, string>> = {},
  whileStopped: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await context.close();
  await whileStopped();
  await open(more);
}

afterEach(async () => {
  await context.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

export function accepted<E extends AnyEvent>(verdict: Verdict<E>): E {
  if (!verdict.accepted) throw verdict.refusal;
  const [record] = verdict.records;
  if (!record) throw new Error('accepted without a record');
  return record.event;
}

export const codeOf = (answer: Verdict | { readonly accepted: boolean }): object =>
  'refusal' in answer ? answer.refusal : answer;

export async function networkOpened(): Promise<Verdict<NetworkEvent>> {
  await commands.execute(
    new RegisterPersonCommand({
      stream: streamOf('person', ada),
      command: {
        name: 'RegisterPerson',
        input: { language: 'it', askedBy: { network: opcafe } },
        texts: { name: 'Ada Neri' },
      },
      actor: { system: shell },
      key: 'first-administrator',
      correlation,
    }),
  );
  const input = { handle: 'opcafe', name: '#OpCafé', privacyNotice: '2026-1', administrators: [ada] };
  return commands.execute(
    new OpenNetworkCommand({
      stream: streamOf('network', opcafe),
      command: { name: 'OpenNetwork', input },
      actor: { system: shell },
      key: 'opening-opcafe',
      correlation,
    }),
  );
}

export async function hubAdded(handle: string, parent?: HubId): Promise<HubId> {
  const input = { handle, name: { it: handle }, ...(parent && { parent }), from: day('2026-01-01') };
  const event = accepted(
    await commands.execute(
      new AddHubCommand({
        stream: streamOf('network', opcafe),
        command: { name: 'AddHub', input },
        actor: { person: ada },
        key: `adding-${handle}`,
        correlation,
      }),
    ),
  );
  if (event.type !== 'HubAdded') throw new Error(event.type);
  return event.data.hub;
}

export function bankOpening(
  key = 'opening-the-bank',
  changed: Partial<BankRules> = {},
  actor = ada,
): Promise<Verdict<JournalEvent>> {
  const opening = { network: opcafe, handle: 'settimo', name: 'Settimo', administrators: [ada] };
  return commands.execute(
    new OpenNetworkBankCommand({ ...opening, rules: { ...rules, ...changed } }, { person: actor }, key, correlation),
  );
}

/** A network with one bank that serves one hub below another. */
export async function bankReady(): Promise<{ bank: BankId; hub: HubId; above: HubId; elsewhere: HubId }> {
  accepted(await networkOpened());
  const [above, elsewhere] = [await hubAdded('rho'), await hubAdded('lainate')];
  const hub = await hubAdded('settimo', above);
  const event = accepted(await bankOpening());
  if (event.type !== 'BankOpened') throw new Error(event.type);
  const { bank } = event.data;
  const service = { bank, hub, from: day('2026-01-01') };
  const serving = new ServeNetworkHubCommand(service, { person: ada }, 'serving-hub', correlation);
  accepted(await commands.execute(serving));
  return { bank, hub, above, elsewhere };
}

export const newcomer = { displayName: 'Lucia Sala', language: 'it' as const };
export const persons = async (): Promise<string[]> => {
  const all: string[] = [];
  const signal = AbortSignal.timeout(5_000);
  const head = await context.parts.store.head();
  for await (const batch of context.parts.store.subscribe({
    after: 0n,
    categories: ['person'],
    batchSize: 100,
    signal,
  })) {
    all.push(...batch.records.map(({ type }) => type));
    if (batch.through >= head) break;
  }
  return all;
};
