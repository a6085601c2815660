import { openEventStoreDb, openPostgres } from '#event-store';
import { streamOf, type EventStore } from '#kernel';
import { done, key, openBank, today, uuidIn, type Bank, type Member } from './bank.js';
import { given, type Asker, type UserError } from './server.js';

/** Every way in which somebody might help themselves: each is refused with its code, and the journal holds nothing of it. */

/** Far more than these tests make. */
const recordsMax = 1_000;

let store: EventStore;
let bank: Bank;
let carla: Member;
let lucia: Member;

beforeAll(async () => {
  store = await openStore();
  bank = await openBank('authority');
  [carla, lucia] = [await bank.admit('Carla Bruni'), await bank.admit('Lucia Sala')];
}, 60_000);
afterAll(async () => {
  await store.close();
});

/** Where the server keeps its records. */
function openStore(): Promise<EventStore> {
  const url = process.env['EVENT_STORE_URL'];
  if (url !== undefined) return openEventStoreDb(url);
  return openPostgres(given('SERVER_DATABASE_URL'), { now: () => Date.now() }, true);
}

async function records(): Promise<number> {
  return (await store.readStream(streamOf('journal', uuidIn(bank.bank)), 0, recordsMax)).length;
}

/** The code of the refusal, DONE, or what GraphQL itself said. */
async function ask(who: Asker, verb: string, input: object): Promise<string> {
  const document = `mutation V($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { userErrors { code } } }`;
  const { data, errors } = await who.ask<Record<string, { readonly userErrors: readonly UserError[] }> | null>(
    document,
    {
      input: { idempotencyKey: key(), ...input },
    },
  );
  return data?.[verb]?.userErrors[0]?.code ?? errors?.[0]?.extensions.code ?? 'DONE';
}

const gave = (minutes: number, changed: object = {}) => ({
  provider: carla.account,
  receiver: lucia.account,
  minutes,
  serviceDate: today(),
  hub: bank.hub,
  ...changed,
});

/** Carla says that she gave Lucia an hour. */
async function claim(): Promise<{ readonly exchange: string }> {
  const { exchange } = await done<{ exchange: { id: string } }>(
    carla.asker,
    'logExchange',
    'exchange { id }',
    gave(60),
  );
  return { exchange: exchange.id };
}

async function refusedWith(code: string, asking: () => Promise<string>): Promise<void> {
  const before = await records();
  expect(await asking()).toBe(code);
  expect(await records()).toBe(before);
}

test.each([
  ['zero minutes', 0, 'MINUTES_NOT_POSITIVE'],
  ['negative minutes', -60, 'MINUTES_NOT_POSITIVE'],
  ['a minute beside the step', 61, 'MINUTES_NOT_IN_STEPS'],
  ['more than the largest exchange', 1_455, 'MINUTES_ABOVE_MAX'],
  ['the largest number of 32 bits', 2_147_483_647, 'BAD_USER_INPUT'],
  ['more than fits', Number.MAX_SAFE_INTEGER, 'BAD_USER_INPUT'],
  ['a part of a minute', 30.5, 'BAD_USER_INPUT'],
])('%s are not logged', async (_what, minutes, code) => {
  await refusedWith(code, () => ask(carla.asker, 'logExchange', gave(minutes)));
});

test('nobody exchanges with themselves, nor in the name of others, nor between others', async () => {
  await refusedWith('SELF_EXCHANGE', () => ask(carla.asker, 'logExchange', gave(60, { receiver: carla.account })));
  await refusedWith('NOT_FOUND', () => ask(carla.asker, 'logExchange', gave(60, { actingFor: lucia.account })));
  const pia = await bank.admit('Pia Riva');
  await refusedWith('NOT_FOUND', () => ask(pia.asker, 'logExchange', gave(60)));
});

test('nobody answers the own claim, in any capacity', async () => {
  const mine = await claim();
  await refusedWith('NOT_YOUR_TURN', () => ask(carla.asker, 'confirmExchange', mine));
  await refusedWith('NOT_YOUR_TURN', () => ask(carla.asker, 'answerExchange', { ...mine, minutes: 120 }));
  await done(lucia.asker, 'giveMandate', 'mandate { id }', {
    account: lucia.account,
    person: carla.asker.id,
    kind: 'DELEGATE',
    from: today(),
  });
  await refusedWith('OWN_CLAIM', () => ask(carla.asker, 'confirmExchange', { ...mine, actingFor: lucia.account }));
  await refusedWith('OWN_CLAIM', () =>
    ask(carla.asker, 'declineExchange', { ...mine, actingFor: lucia.account, reason: 'no' }),
  );
});

test('a desk with a claim between others cannot say yes for them without paper', async () => {
  const claimed = await claim();
  const dina = await bank.admit('Dina Conti');
  await done(bank.administrator, 'grantRole', 'grant { id }', {
    bank: bank.bank,
    person: dina.asker.id,
    role: 'COORDINATOR',
    hub: bank.hub,
    from: today(),
    reason: 'Voto',
  });
  await refusedWith('PAPER_REQUIRED', () => ask(dina.asker, 'confirmExchange', claimed));
});

test('the same exchange is confirmed once, declined never after, and withdrawn by nobody any more', async () => {
  const claimed = await claim();
  expect(await ask(lucia.asker, 'confirmExchange', claimed)).toBe('DONE');
  await refusedWith('EXCHANGE_NOT_OPEN', () => ask(lucia.asker, 'confirmExchange', claimed));
  await refusedWith('EXCHANGE_NOT_OPEN', () => ask(lucia.asker, 'declineExchange', { ...claimed, reason: 'no' }));
  await refusedWith('EXCHANGE_NOT_OPEN', () => ask(carla.asker, 'withdrawExchange', claimed));
});

test('what was withdrawn is confirmed by nobody', async () => {
  const claimed = await claim();
  await refusedWith('NOT_WHO_LOGGED', () => ask(lucia.asker, 'withdrawExchange', claimed));
  expect(await ask(carla.asker, 'withdrawExchange', claimed)).toBe('DONE');
  await refusedWith('EXCHANGE_NOT_OPEN', () => ask(lucia.asker, 'confirmExchange', claimed));
});

test('nobody keeps their own account, nor takes a role for themselves', async () => {
  const self = { account: carla.account, from: today(), reason: 'Prova', expectedVersion: 0 };
  await refusedWith('FORBIDDEN', () => ask(carla.asker, 'suspendMember', self));
  const role = { bank: bank.bank, person: carla.asker.id, role: 'ADMINISTRATOR', from: today(), reason: 'Prova' };
  await refusedWith('FORBIDDEN', () => ask(carla.asker, 'grantRole', role));
  expect(await ask(bank.administrator, 'grantRole', { ...role, role: 'COORDINATOR', hub: bank.hub })).toBe('DONE');
  await refusedWith('OWN_ACCOUNT', () => ask(carla.asker, 'suspendMember', self));
  await refusedWith('FORBIDDEN', () => ask(carla.asker, 'grantRole', role));
});
