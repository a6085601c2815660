import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { opaqueId } from '#api';
import { eventually } from '#testing';
import { done, key, openBank, today } from './bank.js';
import { gateTo, type Gate } from './gate.js';
import { startOwnServer, type OwnServer } from './own-server.js';
import { as, given, type Asker } from './server.js';
import { questionsOf, type IdSlot } from './strangers.questions.js';

let gate: Gate;
let server: OwnServer;
let asker: Asker;
let own: Readonly<Record<IdSlot, string>>;

beforeAll(async () => {
  const bank = await openBank('away');
  const [carla, lucia] = [await bank.admit('Carla Bruni'), await bank.admit('Lucia Sala')];
  const logged = { provider: carla.account, receiver: lucia.account, minutes: 60, serviceDate: today(), hub: bank.hub };
  const { exchange } = await done<{ exchange: { id: string } }>(carla.asker, 'logExchange', 'exchange { id }', logged);
  const nowhere = crypto.randomUUID();
  own = {
    account: carla.account,
    exchange: exchange.id,
    bank: bank.bank,
    hub: bank.hub,
    network: bank.network,
    person: carla.asker.id,
    mandate: opaqueId('mandate', nowhere, nowhere),
    grant: opaqueId('grant', nowhere, nowhere),
  };
  gate = await gateTo(given('SERVER_DATABASE_URL'));
  server = await startOwnServer(gate.databaseUrl);
  asker = await as(carla.person, server.url);
}, 120_000);
afterAll(async () => {
  await server.close();
  await gate.shut();
}, 30_000);

/** What is no node is known from its id alone. */
function asksTheDatabase({ name, slot }: { readonly name: string; readonly slot: IdSlot }): boolean {
  return name !== 'Query.node(id)' || slot === 'account' || slot === 'exchange' || slot === 'bank';
}

const banks = '{ viewer { banks { name } } }';

test('while the database is away every read and verb says so, and once it is back all goes on', async () => {
  expect((await asker.ask(banks)).status).toBe(200);
  await gate.shut();
  const wrong: string[] = [];
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  for (const { name, slot, document, variablesWith } of questionsOf(schema).filter(asksTheDatabase)) {
    const { status, retryAfter, body, errors } = await asker.ask(document, variablesWith(own[slot], own, key()));
    const codes = new Set(errors?.map(({ extensions }) => extensions.code));
    if (status !== 503 || retryAfter === null || [...codes].join() !== 'UNAVAILABLE') wrong.push(`${name}: ${body}`);
  }
  const { status } = await asker.ask(banks);
  await gate.open();

  expect(wrong).toEqual([]);
  expect(status).toBe(503);
  await eventually(async () => {
    expect((await asker.ask(banks)).status).toBe(200);
  });
}, 60_000);
