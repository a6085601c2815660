import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { pino } from 'pino';
import { HubsQuery } from '#hubs';
import { inPerson, streamOf, type BankId, type HubId, type NetworkId, type PersonId } from '#kernel';
import { ServeHubCommand, journal, type ReadonlyJournal } from '#ledger';
import { RegisterPersonCommand } from '#membership';
import { idOf, testDatabase, type TestDatabase } from '#testing';
import { createContext, type Context } from '../context.js';
import { settingsFrom } from '../settings.js';
import { networkProgram } from './network-program.js';
import { NetworkSetup } from './network-setup.js';

let database: TestDatabase;
let folder: string;
let context: Context;

beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'network-'));
  const settings = settingsFrom({ DATABASE_URL: database.url, DATA_DIR: folder, NODE_ENV: 'test' });
  context = await createContext(settings, pino({ level: 'silent' }));
});
afterEach(async () => {
  await context.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** What a line prints: ids by what they are of. */
async function typed(...words: readonly string[]): Promise<Readonly<Record<string, string>>> {
  let printed: Readonly<Record<string, string>> = {};
  const program = networkProgram(async (work) => {
    printed = await work(new NetworkSetup(context.app.get(CommandBus), context.parts.store, context.parts.codec));
  });
  await program.parseAsync(words, { from: 'user' });
  return printed;
}

const opening = ['--open', 'opcafe', '--name', '#OpCafé', '--notice', '2026-1', '--administrator', 'Ada Prova'];
const first = ['--from', '2026-01-01'];
const rules = ['--time-zone', 'Europe/Rome', '--step', '15', '--largest-exchange', '1440', '--consent', 'both'].concat([
  '--claim-days',
  '30',
  '--floor',
  'hard:-600',
  '--ceiling',
  'none',
  '--categories',
  '',
  '--strands',
  '',
]);

async function opened() {
  const { network = '', administrator: ada = '' } = await typed(...opening);
  const byAda = ['--as', ada, '--network', network];
  const hub = async (handle: string, ...more: readonly string[]) =>
    (await typed('add-hub', ...byAda, '--handle', handle, '--hub-name', handle, ...first, ...more))['hub'] ?? '';
  return { network, ada, byAda, hub };
}

async function registered(name: string): Promise<PersonId> {
  const person = idOf<PersonId>(name);
  const askedBy = { network: idOf<NetworkId>('network') };
  const command = { name: 'RegisterPerson', input: { language: 'it', askedBy }, texts: { name } } as const;
  const asked = { command, actor: { system: 'shell' }, key: `registering-${person}`, correlation: 'test' };
  const stream = streamOf('person', person);
  const verdict = await context.app.get(CommandBus).execute(new RegisterPersonCommand({ stream, ...asked }));
  if (!verdict.accepted) throw verdict.refusal;
  return person;
}

const inJournal = <T>(bank: string | undefined, view: (state: ReadonlyJournal) => T) =>
  context.parts.writers.look(journal, streamOf('journal', bank as BankId), view);

async function hubsOf(network: string, reader: string) {
  const query = new HubsQuery(inPerson(reader as PersonId), network as NetworkId, await context.parts.store.head());
  const hubs = await context.app.get(QueryBus).execute(query);
  return hubs.map(({ handle, parentId, placedFrom, origins }) => ({ handle, parentId, placedFrom, origins }));
}

test('a network, its hubs and its bank come from lines in the shell; the same line twice is one command', async () => {
  const { network, ada, byAda, hub } = await opened();
  expect(await typed(...opening)).toEqual({ network, administrator: ada });
  const rho = await hub('rho', '--english-name', 'Rho Hub');
  expect(await hub('rho', '--english-name', 'Rho Hub')).toBe(rho);

  const bruna = await registered('Bruna Prova');
  const line = ['open-bank', ...byAda, '--handle', 'settimo', '--bank-name', 'Settimo', ...rules];
  const { bank } = await typed(...line, '--administrator', ada, '--administrator', bruna);
  expect(await typed(...line, '--administrator', ada, '--administrator', bruna)).toEqual({ bank });
  expect(await inJournal(bank, ({ grantsOf }) => [...grantsOf.entries()].map(([person]) => person))).toEqual([
    ada,
    bruna,
  ]);

  const serving = ['serve-hub', '--as', bruna, '--bank', bank ?? '', '--hub', rho, ...first];
  expect(await typed(...serving)).toEqual({ bank, hub: rho });
  expect(await typed(...serving)).toEqual({ bank, hub: rho });
  expect(await inJournal(bank, ({ hubs }) => hubs.get(rho as HubId)?.places)).toEqual([
    { from: '2026-01-01', ancestors: [] },
  ]);
});

describe('serving a hub', () => {
  async function before() {
    const { byAda, ada, hub } = await opened();
    const [rho, settimo] = [await hub('rho'), await hub('settimo')];
    const { bank } = await typed('open-bank', ...byAda, '--handle', 'settimo', '--bank-name', 'Settimo', ...rules);
    const serve = () => typed('serve-hub', '--as', ada, '--bank', bank ?? '', '--hub', settimo, ...first);
    const move = () => typed('move-hub', ...byAda, '--hub', settimo, '--parent', rho, '--from', '2026-03-01');
    const places = () => inJournal(bank, ({ hubs }) => hubs.get(settimo as HubId)?.places);
    const moved = [
      { from: '2026-01-01', ancestors: [] },
      { from: '2026-03-01', ancestors: [rho] },
    ];
    return { serve, move, places, moved };
  }

  test('is answered the same when it is asked again after the hub has moved', async () => {
    const { serve, move, places, moved } = await before();
    const served = await serve();
    await move();
    expect(await serve()).toEqual(served);
    expect(await places()).toEqual(moved);
  });

  test('places the hub where it belongs when it moves while the journal is written', async () => {
    const { serve, move, places, moved } = await before();
    const bus = context.app.get(CommandBus);
    const execute = bus.execute.bind(bus);
    let movedMeanwhile = false;
    bus.execute = async (command: object) => {
      if (command instanceof ServeHubCommand) movedMeanwhile = Object.keys(await move()).includes('hub');
      return execute(command as never);
    };
    await serve();
    expect(movedMeanwhile).toBe(true);
    expect(await places()).toEqual(moved);
  });
});

test('a bank without named administrators is administered by whoever opens it', async () => {
  const { ada, byAda } = await opened();
  const { bank } = await typed('open-bank', ...byAda, '--handle', 'settimo', '--bank-name', 'Settimo', ...rules);
  expect(await inJournal(bank, ({ grantsOf }) => [...grantsOf.entries()].map(([person]) => person))).toEqual([ada]);
});

test('a hub is hung elsewhere and back, and its client is let into pages and out again', async () => {
  const { network, ada, byAda, hub } = await opened();
  const [rho, settimo] = [await hub('rho'), await hub('settimo')];
  const move = ['move-hub', ...byAda, '--hub', settimo, '--from', '2026-03-01'];
  const origins = ['set-origins', ...byAda, '--hub', settimo];
  const site = 'https://settimo.example';
  const shown = async () => (await hubsOf(network, ada)).find(({ handle }) => handle === 'settimo');

  expect(await typed(...move, '--parent', rho)).toEqual({ hub: settimo });
  await typed(...origins, '--origin', site, '--origin', 'http://localhost:8080');
  expect(await shown()).toMatchObject({
    parentId: rho,
    placedFrom: '2026-03-01',
    origins: ['http://localhost:8080', site],
  });

  await typed(...move);
  await typed(...origins);
  expect(await shown()).toMatchObject({ parentId: null, origins: [] });
  await typed(...move, '--parent', rho);
  expect(await shown()).toMatchObject({ parentId: rho });
  await expect(typed(...move, '--parent', rho)).rejects.toMatchObject({ code: 'NOTHING_TO_CHANGE' });
  await expect(typed(...origins)).rejects.toMatchObject({ code: 'NOTHING_TO_CHANGE' });
});

test('an administrator names another, who may do the same from then on', async () => {
  const { network, byAda } = await opened();
  const bruna = await registered('Bruna Prova');
  const byBruna = ['--as', bruna, '--network', network, '--handle', 'lainate', '--hub-name', 'Lainate'];
  await expect(typed('add-hub', ...byBruna, ...first)).rejects.toMatchObject({ code: 'NOT_FOUND' });

  const naming = ['name-administrator', ...byAda, '--person', bruna];
  expect(await typed(...naming)).toEqual({ administrator: bruna });
  expect(await typed(...naming)).toEqual({ administrator: bruna });
  expect(Object.keys(await typed('add-hub', ...byBruna, ...first))).toEqual(['hub']);
});

test('somebody who is not registered is named nowhere', async () => {
  const { byAda } = await opened();
  const nobody = idOf<PersonId>('nobody');
  const notFound = { code: 'NOT_FOUND' };
  await expect(typed('name-administrator', ...byAda, '--person', nobody)).rejects.toMatchObject(notFound);
  const line = ['open-bank', ...byAda, '--handle', 'settimo', '--bank-name', 'Settimo', ...rules];
  await expect(typed(...line, '--administrator', nobody)).rejects.toMatchObject(notFound);
});
