import { eventually } from '#testing';
import { done, openBank, today, type Bank, type Member } from './bank.js';
import { post } from './server.js';

let bank: Bank;
let ada: Member;
let bice: Member;
let handle: string;
beforeAll(async () => {
  bank = await openBank('pagina');
  ada = await bank.admit('Ada Neri');
  bice = await bank.admit('Bice Riva');
  await bank.admit('Carlo Verdi');
  handle = await handleOf();
}, 60_000);

async function handleOf(): Promise<string> {
  return eventually(async () => {
    const { data } = await bank.administrator.ask<{
      viewer: { hubs: readonly { readonly id: string; readonly handle: string }[] };
    }>('query H($n: ID!) { viewer { hubs(network: $n) { id handle } } }', { n: bank.network });
    const found = data.viewer.hubs.find(({ id }) => id === bank.hub);
    if (!found) throw new Error('not visible yet');
    return found.handle;
  });
}

interface Exchanged {
  readonly exchange: { readonly id: string };
}

async function log(
  by: Member,
  serviceDate: string,
  minutes = 60,
): Promise<Exchanged & { readonly position: string | null }> {
  const input = { provider: ada.account, receiver: bice.account, minutes, serviceDate, hub: bank.hub };
  return done<Exchanged>(by.asker, 'logExchange', 'exchange { id }', input);
}

async function given(serviceDate: string, minutes: number): Promise<string | null> {
  const { exchange } = await log(ada, serviceDate, minutes);
  const confirmed = await done<Exchanged>(bice.asker, 'confirmExchange', 'exchange { id }', { exchange: exchange.id });
  return confirmed.position;
}

test('anybody may know what hangs on the door of a hub, and nobody what does not hang there', async () => {
  const ask = async (hub: string): Promise<unknown> => {
    const body = { query: 'query D($hub: String!) { hubDoor(hub: $hub) { name bankName } }', variables: { hub } };
    return ((await (await post(JSON.stringify(body))).json()) as { readonly data: { readonly hubDoor: unknown } }).data
      .hubDoor;
  };
  expect(await ask(handle)).toEqual({ name: 'Hub di pagina', bankName: 'Banca di pagina' });
  expect(await ask('nessuno')).toBeNull();
  expect(await ask(`altra-rete.${handle}`)).toBeNull();
});

test('a member is shown their own account at the hub, and whoever is none has none', async () => {
  const document =
    'query M($hub: String!) { viewer { membershipAt(hub: $hub) { member { id } account { balanceMinutes } } } }';
  const { data } = await ada.asker.ask(document, { hub: handle });
  expect(data).toMatchObject({ viewer: { membershipAt: { member: { id: ada.account } } } });
  expect((await bank.administrator.ask(document, { hub: handle })).data).toEqual({ viewer: { membershipAt: null } });
});

test('a month adds up by the days on which time was given, and names the one before it', async () => {
  await given('2026-01-31', 45);
  await given('2026-03-01', 60);
  const position = await given('2026-03-31', 90);
  const document = `query M($account: ID!, $day: LocalDate, $p: String) { viewer(minPosition: $p) { account(id: $account) {
    month(day: $day) { month givenMinutes receivedMinutes closingMinutes earlier lines { minutes serviceDate other { displayName } } } } } }`;
  const month = async (day: string | null): Promise<unknown> => {
    const { data } = await bice.asker.ask<{ viewer: { account: { month: unknown } } }>(document, {
      account: bice.account,
      day,
      p: position,
    });
    return data.viewer.account.month;
  };
  const march = {
    month: '2026-03-01',
    givenMinutes: 0,
    receivedMinutes: 150,
    closingMinutes: -195,
    earlier: '2026-01-01',
  };
  expect(await month(null)).toMatchObject({
    ...march,
    lines: [
      { minutes: -90, serviceDate: '2026-03-31', other: { displayName: 'Ada Neri' } },
      { minutes: -60, serviceDate: '2026-03-01', other: { displayName: 'Ada Neri' } },
    ],
  });
  expect(await month('2026-02-15')).toEqual({
    month: '2026-02-01',
    givenMinutes: 0,
    receivedMinutes: 0,
    closingMinutes: -45,
    earlier: '2026-01-01',
    lines: [],
  });
  expect(await month('2026-01-31')).toMatchObject({ closingMinutes: -45, earlier: null });
});

test('an exchange tells each of its records, by name and with its words', async () => {
  const { exchange } = await log(ada, today(), 120);
  const answer = { exchange: exchange.id, minutes: 90, answer: 'Erano meno' };
  const { position } = await done<Exchanged>(bice.asker, 'answerExchange', 'exchange { id }', answer);
  const document = `query X($exchange: ID!, $p: String) { viewer(minPosition: $p) { exchange(id: $exchange) {
    loggedByYou formerMinutes records { act minutes byYou byName words } } } }`;
  const { data } = await ada.asker.ask(document, { exchange: exchange.id, p: position });
  expect(data).toEqual({
    viewer: {
      exchange: {
        loggedByYou: true,
        formerMinutes: 120,
        records: [
          { act: 'LOGGED', minutes: 120, byYou: true, byName: 'Ada Neri', words: null },
          { act: 'ANSWERED', minutes: 90, byYou: false, byName: 'Bice Riva', words: 'Erano meno' },
        ],
      },
    },
  });
});

test('who was met last is offered first, then others of the hub; a number finds its member', async () => {
  const { position } = await log(ada, today(), 15);
  const document = `query C($account: ID!, $bank: ID!, $p: String) { viewer(minPosition: $p) {
    account(id: $account) { companions(first: 4) { displayName } }
    members(bank: $bank, search: "1") { edges { node { displayName number } } } } }`;
  const { data } = await ada.asker.ask(document, { account: ada.account, bank: bank.bank, p: position });
  expect(data).toEqual({
    viewer: {
      account: { companions: [{ displayName: 'Bice Riva' }, { displayName: 'Carlo Verdi' }] },
      members: { edges: [{ node: { displayName: 'Ada Neri', number: 1 } }] },
    },
  });
});
