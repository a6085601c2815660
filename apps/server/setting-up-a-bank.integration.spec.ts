import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus } from '@nestjs/cqrs';
import { pino } from 'pino';
import {
  AddHubCommand,
  FollowHubMovesCommand,
  MoveHubCommand,
  OpenNetworkBankCommand,
  OpenNetworkCommand,
  ServeNetworkHubCommand,
  shell,
} from '#hubs';
import {
  streamOf,
  type AnyEvent,
  type BankId,
  type HubId,
  type ImportId,
  type LocalDate,
  type NetworkId,
  type PersonId,
  type Verdict,
} from '#kernel';
import { journal, type BankRules } from '#ledger';
import { AdmitPersonCommand, type Admission, ImportMembersCommand, RegisterPersonCommand } from '#membership';
import { idOf, testDatabase, type TestDatabase } from '#testing';
import { createContext, type Context } from './context.js';
import { settingsFrom } from './settings.js';

const day = (text: string) => text as LocalDate;
const correlation = 'test';

const ada = idOf<PersonId>('Ada');
const opcafe = idOf<NetworkId>('#OpCafé');
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
let context: Context;
let commands: CommandBus;

beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'setting-up-'));
  const settings = settingsFrom({ DATABASE_URL: database.url, DATA_DIR: folder, NODE_ENV: 'test' });
  context = await createContext(settings, pino({ level: 'silent' }));
  commands = context.app.get(CommandBus);
});
afterEach(async () => {
  await context.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

function accepted<E extends AnyEvent>(verdict: Verdict<E>): E {
  if (!verdict.accepted) throw verdict.refusal;
  const [record] = verdict.records;
  if (!record) throw new Error('accepted without a record');
  return record.event;
}

const codeOf = (answer: Verdict | { readonly accepted: boolean }) => ('refusal' in answer ? answer.refusal : answer);

async function networkOpened() {
  await commands.execute(
    new RegisterPersonCommand({
      stream: streamOf('person', ada),
      command: { name: 'RegisterPerson', input: { language: 'it' }, texts: { name: 'Ada Neri' } },
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

async function hubAdded(handle: string, parent?: HubId): Promise<HubId> {
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

function bankOpening(key = 'opening-the-bank', changed: Partial<BankRules> = {}, actor = ada) {
  const opening = { network: opcafe, handle: 'settimo', name: 'Settimo', administrators: [ada] };
  return commands.execute(
    new OpenNetworkBankCommand({ ...opening, rules: { ...rules, ...changed } }, { person: actor }, key, correlation),
  );
}

/** A network with one bank that serves one hub below another. */
async function bankReady() {
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

const newcomer = { displayName: 'Lucia Sala', language: 'it' as const };
const persons = async () => {
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

describe('setting up a network and its bank', () => {
  test('an administrator who is nobody opens nothing', async () => {
    const input = { handle: 'wemi', name: 'WeMi', privacyNotice: '2026-1', administrators: [idOf<PersonId>('nobody')] };
    const verdict = await commands.execute(
      new OpenNetworkCommand({
        stream: streamOf('network', idOf<never>('WeMi')),
        command: { name: 'OpenNetwork', input },
        actor: { system: shell },
        key: 'opening-wemi',
        correlation,
      }),
    );
    expect(codeOf(verdict)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('opening again answers the same', async () => {
    const { bank } = await bankReady();
    expect(accepted(await networkOpened()).type).toBe('NetworkOpened');
    expect(accepted(await bankOpening())).toMatchObject({ type: 'BankOpened', data: { bank } });
    expect(codeOf(await bankOpening('another-key'))).toMatchObject({ code: 'BANK_ALREADY_OPEN' });
  });

  test('a bank whose rules were refused can be opened with others', async () => {
    accepted(await networkOpened());
    expect(codeOf(await bankOpening('first-try', { claimDays: -1 }))).toMatchObject({ code: 'BANK_RULE_INVALID' });
    expect(accepted(await bankOpening('second-try')).type).toBe('BankOpened');
  });

  test('nobody but a network administrator opens a bank', async () => {
    accepted(await networkOpened());
    expect(codeOf(await bankOpening('a-key-of-hers', {}, idOf<PersonId>('Bruna')))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('a bank serves a hub at its place in the tree, and learns of a move once', async () => {
    const { bank, hub, above, elsewhere } = await bankReady();
    const places = () =>
      context.parts.writers.look(journal, streamOf('journal', bank), ({ hubs }) => hubs.get(hub)?.places);
    expect(await places()).toEqual([{ from: '2026-01-01', ancestors: [above] }]);
    await commands.execute(
      new MoveHubCommand({
        stream: streamOf('network', opcafe),
        command: { name: 'MoveHub', input: { hub: above, parent: elsewhere, from: day('2026-03-01') } },
        actor: { person: ada },
        key: 'moving-the-hub',
        correlation,
      }),
    );

    const follow = new FollowHubMovesCommand(opcafe, -1, correlation);
    expect(await commands.execute(follow)).toEqual([]);
    expect(await commands.execute(follow)).toEqual([]);

    expect(await places()).toEqual([
      { from: '2026-01-01', ancestors: [above] },
      { from: '2026-03-01', ancestors: [above, elsewhere] },
    ]);
  });
});

describe('admitting a person', () => {
  const admit = (bank: BankId, hub: HubId, key: string, actor = ada, who: Admission['who'] = { newcomer }) =>
    commands.execute(
      new AdmitPersonCommand(
        { bank, who, hub, since: day('2026-02-01'), channel: true },
        { person: actor },
        key,
        correlation,
      ),
    );

  test('registers the person once, however often it is asked', async () => {
    const { bank, hub } = await bankReady();
    const first = accepted(await admit(bank, hub, 'admitting-lucia'));
    const again = accepted(await admit(bank, hub, 'admitting-lucia'));

    expect(again).toEqual(first);
    expect(first).toMatchObject({ type: 'MemberAdmitted', data: { number: 1, hub } });
    expect(await persons()).toEqual(['PersonRegistered', 'PersonRegistered']);
  });

  test('with another name under the same key is a conflict', async () => {
    const { bank, hub } = await bankReady();
    accepted(await admit(bank, hub, 'admitting-lucia'));
    const other = { newcomer: { ...newcomer, displayName: 'Lucia Verdi' } };
    expect(codeOf(await admit(bank, hub, 'admitting-lucia', ada, other))).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
  });

  test('whoever may not admit registers nobody', async () => {
    const { bank, hub } = await bankReady();
    expect(codeOf(await admit(bank, hub, 'admitting-lucia', idOf<PersonId>('Bruna')))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await persons()).toEqual(['PersonRegistered']);
  });

  test('somebody known elsewhere cannot be named; an administrator of the bank can', async () => {
    const { bank, hub } = await bankReady();
    const named = (person: string) => ({ person: idOf<PersonId>(person) });
    expect(codeOf(await admit(bank, hub, 'admitting-her', ada, named('Bruna')))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(accepted(await admit(bank, hub, 'admitting-ada', ada, named('Ada')))).toMatchObject({
      data: { person: ada },
    });
  });

  test('a file of people is admitted once, row by row the same at every run', async () => {
    const { bank, hub } = await bankReady();
    const rows = Array.from({ length: 150 }, (_, row) => ({
      row,
      displayName: `Socia ${String(row)}`,
      language: 'it' as const,
      hub,
      since: day('2026-02-01'),
      channel: false,
    }));
    const run = () =>
      commands.execute(
        new ImportMembersCommand(bank, rows, { import: idOf<ImportId>('import'), person: ada }, correlation),
      );
    const first = await run();

    expect(first).toMatchObject({ accepted: true });
    expect(await run()).toEqual(first);
    expect(await persons()).toHaveLength(151);
  });
});
