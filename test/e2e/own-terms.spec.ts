import { eventually } from '#testing';
import { done, key, openBank, today, type Bank, type Member } from './bank.js';
import { changeOwnEmail } from './mails.js';

let bank: Bank;
let ada: Member;
let bice: Member;
beforeAll(async () => {
  bank = await openBank('condizioni', { consent: 'RECEIVER' });
  [ada, bice] = [await bank.admit('Ada Neri'), await bank.admit('Bice Riva')];
}, 60_000);

async function account(of: Member, by: Member, fields: string, position: string | null = null): Promise<unknown> {
  const document = `query A($a: ID!, $p: String) { viewer(minPosition: $p) { account(id: $a) { ${fields} } } }`;
  const { data } = await by.asker.ask<{ viewer: { account: unknown } }>(document, { a: of.account, p: position });
  return data.viewer.account;
}

test('a period says what its statement would, by the days on which time was given', async () => {
  const asked = { provider: ada.account, receiver: bice.account, minutes: 45, hub: bank.hub };
  await done(bice.asker, 'logExchange', 'exchange { id }', { ...asked, serviceDate: '2026-02-28' });
  const logged = await done(bice.asker, 'logExchange', 'exchange { id }', { ...asked, serviceDate: '2026-03-01' });
  const period = (from: string, to: string) =>
    `period(from: "${from}", to: "${to}") { from to lines openingMinutes givenMinutes receivedMinutes }`;
  const march = { from: '2026-03-01', to: '2026-03-31' };
  const sums = { lines: 1, openingMinutes: -45, givenMinutes: 0, receivedMinutes: 45 };
  expect(await account(bice, bice, period(march.from, march.to), logged.position)).toEqual({
    period: { ...march, ...sums },
  });
  expect(await account(bice, bice, period('2026-02-28', '2026-02-28'))).toMatchObject({ period: { lines: 1 } });
  expect(await account(bice, bice, period('2026-03-02', '2026-03-01'))).toMatchObject({ period: { lines: 0 } });
  expect(await account(bice, ada, period(march.from, march.to))).toBeNull();
});

test('a member reads how the limits of the account came about, and since when it is suspended', async () => {
  const version = async () => ((await account(ada, ada, 'version')) as { readonly version: number }).version;
  const floor = { kind: 'SOFT', minutes: -600 };
  const input = { account: ada.account, floor, reason: 'Aiuta molto', expectedVersion: await version() };
  const set = await done(bank.administrator, 'setLimits', 'limits { version }', input);
  const fields = 'limitChanges { floor { kind minutes } ceiling { kind } byName reason }';
  // Whoever keeps the bank and is none of its members has no name in it.
  const changes = {
    limitChanges: [{ floor, ceiling: null, byName: null, reason: 'Aiuta molto' }],
  };
  expect(await account(ada, ada, fields, set.position)).toEqual(changes);
  expect(await account(ada, bice, fields)).toBeNull();

  const suspending = { account: ada.account, from: today(), reason: 'Chiesto', expectedVersion: await version() };
  const { position } = await done(bank.administrator, 'suspendMember', 'member { id }', suspending);
  const document = 'query M($p: String) { viewer(minPosition: $p) { memberships { suspended suspendedSince } } }';
  const since = async (of: Member) => (await of.asker.ask(document, { p: position })).data;
  expect(await since(ada)).toEqual({ viewer: { memberships: [{ suspended: true, suspendedSince: today() }] } });
  expect(await since(bice)).toEqual({ viewer: { memberships: [{ suspended: false, suspendedSince: null }] } });
});

test('members know of each other whether mails reach them, and of a claim whether a desk wrote it', async () => {
  const carla = await bank.admit('Carla Ferri');
  const role = { bank: bank.bank, person: bice.asker.id, role: 'COORDINATOR', hub: bank.hub, from: today() };
  const { position } = await done(bank.administrator, 'grantRole', 'grant { id }', { ...role, reason: 'Voto' });
  await account(bice, bice, 'id', position);
  const input = {
    provider: carla.account,
    receiver: ada.account,
    minutes: 30,
    serviceDate: '2026-01-10',
    hub: bank.hub,
  };
  const atDesk = { ...input, onBehalfOf: carla.account };
  const fields = 'exchange { id atDesk receiver { hasEmail } }';
  const { exchange } = await done<{ exchange: { id: string } }>(bice.asker, 'logExchange', fields, atDesk);
  expect(exchange).toMatchObject({ atDesk: true, receiver: { hasEmail: false } });
  const forNobody = await done<{ exchange: object }>(bice.asker, 'logExchange', fields, { ...input, minutes: 15 });
  expect(forNobody.exchange).toMatchObject({ atDesk: true });
  const own = await done<{ exchange: object }>(carla.asker, 'logExchange', fields, { ...input, minutes: 45 });
  expect(own.exchange).toMatchObject({ atDesk: false });
  await changeOwnEmail(ada.asker, `ada.${crypto.randomUUID()}@posta.example`);
  const document =
    'query E($id: ID!) { viewer { exchange(id: $id) { atDesk provider { hasEmail } receiver { hasEmail } } } }';
  await eventually(async () => {
    const { data } = await carla.asker.ask<{ viewer: { exchange: object } }>(document, { id: exchange.id });
    const reached = { provider: { hasEmail: false }, receiver: { hasEmail: true } };
    expect(data.viewer.exchange).toEqual({ atDesk: true, ...reached });
  });
});

test('what a delegate wrote down is theirs and no desk’s, from the first word to the last', async () => {
  const piero = await bank.admit('Piero Galli');
  const mandate = { account: ada.account, person: piero.asker.id, kind: 'DELEGATE', from: today() };
  await done(ada.asker, 'giveMandate', 'mandate { id }', mandate);
  const input = {
    provider: ada.account,
    receiver: bice.account,
    minutes: 60,
    serviceDate: '2026-01-10',
    hub: bank.hub,
  };
  const fields = 'exchange { id atDesk byDelegate { act byYou byName actedFor { displayName } } }';
  const logged = { ...input, actingFor: ada.account };
  const { exchange } = await done<{ exchange: { id: string } }>(piero.asker, 'logExchange', fields, logged);
  const written = { act: 'LOGGED', byName: 'Piero Galli', actedFor: { displayName: 'Ada Neri' } };
  expect(exchange).toMatchObject({ atDesk: false, byDelegate: { ...written, byYou: true } });
  const confirmed = await done<{ exchange: object }>(bice.asker, 'confirmExchange', fields, { exchange: exchange.id });
  expect(confirmed.exchange).toMatchObject({ atDesk: false, byDelegate: { ...written, byYou: false } });
});

test('a member says which mails to get, of those they may do without, and where', async () => {
  const mails = async () =>
    (await bice.asker.ask<{ viewer: unknown }>('{ viewer { email mails { kind wanted } } }')).data.viewer;
  const all = [
    { kind: 'REMINDER', wanted: true },
    { kind: 'HOURS_MOVED', wanted: true },
  ];
  expect(await mails()).toEqual({ email: null, mails: all });
  const chosen = [{ kind: 'REMINDER', wanted: false }, all[1]];
  const choose = (wanted: boolean, idempotencyKey = key()) =>
    done(bice.asker, 'chooseMail', 'mails { kind wanted }', { kind: 'REMINDER', wanted, idempotencyKey });
  const once = key();
  expect(await choose(false, once)).toMatchObject({ mails: chosen });
  expect(await choose(false)).toMatchObject({ mails: chosen });
  await expect(choose(true, once)).rejects.toThrow('IDEMPOTENCY_CONFLICT');
  expect(await mails()).toEqual({ email: null, mails: chosen });
  expect(await choose(true)).toMatchObject({ mails: all });
  expect(await choose(false, once)).toMatchObject({ mails: chosen });
  expect(await mails()).toEqual({ email: null, mails: all });
  await changeOwnEmail(bice.asker, `bice.${crypto.randomUUID()}@posta.example`);
  await eventually(async () =>
    expect(await mails()).toMatchObject({ email: expect.stringMatching(/^bice\./) as string }),
  );
});
