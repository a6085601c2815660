import { performance } from 'node:perf_hooks';
import { eventually } from '#testing';
import { done, key, openBank, today, type Bank, type Member } from './bank.js';
import { startOwnServer, type OwnServer } from './own-server.js';
import { as, given, type Asker, type UserError } from './server.js';

interface Read {
  readonly viewer: { readonly account: { readonly balanceMinutes: number } | null };
}

const balanceOf = 'query B($id: ID!, $p: String) { viewer(minPosition: $p) { account(id: $id) { balanceMinutes } } }';

async function reads(who: Asker, { account }: Member, position?: string | null): Promise<boolean> {
  const { data } = await who.ask<Read>(balanceOf, { id: account, p: position });
  return data.viewer.account !== null;
}

async function coordinates(bank: Bank, { asker }: Member) {
  const { grant, position } = await done<{ grant: { id: string; version: number } }>(
    bank.administrator,
    'grantRole',
    'grant { id version }',
    { bank: bank.bank, person: asker.id, role: 'COORDINATOR', hub: bank.hub, from: today(), reason: 'Voto' },
  );
  return { grant, position };
}

/** What a keeper's verb was refused with. */
async function refused(who: Asker, { account }: Member): Promise<string | undefined> {
  const document = 'mutation S($input: SuspendMemberInput!) { suspendMember(input: $input) { userErrors { code } } }';
  const input = { idempotencyKey: key(), account, from: today(), reason: 'Prova', expectedVersion: 1 };
  const { data } = await who.ask<{ suspendMember: { userErrors: readonly UserError[] } }>(document, { input });
  return data.suspendMember.userErrors[0]?.code;
}

describe('a role that is revoked on one server', () => {
  let other: OwnServer;
  beforeAll(async () => {
    other = await startOwnServer(given('SERVER_DATABASE_URL'));
  }, 60_000);
  afterAll(async () => {
    await other.close();
  });

  test('is gone on another: for commands at once, for reads within a second', async () => {
    const bank = await openBank('revoking');
    const [dina, carla] = [await bank.admit('Dina Riva'), await bank.admit('Carla Bruni')];
    const { grant, position } = await coordinates(bank, dina);
    const there = await as(dina.person, other.url);
    expect(await reads(there, carla, position)).toBe(true);
    expect(await refused(there, carla)).toBe('STALE_VERSION');

    await done(bank.administrator, 'revokeRole', 'grant { id }', {
      grant: grant.id,
      reason: 'Fine mandato',
      expectedVersion: grant.version,
    });
    const since = performance.now();
    expect(await refused(there, carla)).toBe('FORBIDDEN');
    let readsNoMore = false;
    let lastReadMs = 0;
    while (!readsNoMore) {
      const askedMs = performance.now() - since;
      readsNoMore = !(await reads(there, carla));
      if (!readsNoMore) lastReadMs = askedMs;
    }
    expect(lastReadMs).toBeLessThan(1_000);
  }, 60_000);
});

describe('on the page of a hub, a coordinator who is a member', () => {
  test('sees and does what a member does, and nothing more', async () => {
    const bank = await openBank('embedded');
    const [dina, carla] = [await bank.admit('Dina Riva'), await bank.admit('Carla Bruni')];
    const { position } = await coordinates(bank, dina);
    const [console_, embedded] = [await as(dina.person), await as(dina.person, undefined, 'own')];
    expect(await reads(console_, carla, position)).toBe(true);

    expect(await reads(embedded, carla, position)).toBe(false);
    expect(await reads(embedded, dina)).toBe(true);
    const books = 'query T($bank: ID!) { viewer { trialBalance(bank: $bank) { accounts } } }';
    expect((await console_.ask(books, { bank: bank.bank })).data).toEqual({
      viewer: { trialBalance: { accounts: 2 } },
    });
    expect((await embedded.ask(books, { bank: bank.bank })).data).toEqual({ viewer: { trialBalance: null } });
    expect(await refused(console_, carla)).toBe('STALE_VERSION');
    expect(await refused(embedded, carla)).toBe('FORBIDDEN');
    const own = { provider: dina.account, receiver: carla.account, minutes: 30, serviceDate: today(), hub: bank.hub };
    await done(embedded, 'logExchange', 'exchange { id }', own);
    const names = 'query M($bank: ID!) { viewer { members(bank: $bank) { edges { node { displayName } } } } }';
    expect(JSON.stringify((await embedded.ask(names, { bank: bank.bank })).data)).toContain('Carla Bruni');
  }, 60_000);

  test('who only administers sees no bank at all there', async () => {
    const bank = await openBank('embedded-administrator');
    const embedded = await as(bank.keeper, undefined, 'own');
    const { data } = await embedded.ask('{ viewer { banks { id } memberships { bank } } }');
    expect(data).toEqual({ viewer: { banks: [], memberships: [] } });
    const network = { network: bank.network, handle: 'altro', name: 'Altro', from: '2020-01-01' };
    const document = 'mutation H($input: AddHubInput!) { addHub(input: $input) { hub { id } userErrors { code } } }';
    const answer = await embedded.ask(document, { input: { ...network, idempotencyKey: key() } });
    expect(answer.data).toMatchObject({ addHub: { hub: null, userErrors: [{ code: 'NOT_FOUND' }] } });
  }, 60_000);
});

describe('one login', () => {
  interface Seen {
    readonly viewer: {
      readonly memberships: readonly { readonly bank: string; readonly member: { readonly id: string } }[];
      readonly banks: readonly { readonly id: string; readonly network: string }[];
    };
  }

  test('holds memberships in banks of two networks, each with its own hours and its own neighbours', async () => {
    const [north, south] = [await openBank('north'), await openBank('south')];
    const [carla, gina] = [await north.admit('Carla Bruni'), await south.admit('Gina Sole')];
    await done(south.administrator, 'grantRole', 'grant { id }', {
      bank: south.bank,
      person: carla.asker.id,
      role: 'AUDITOR',
      from: today(),
      reason: 'Voto',
    });
    const { member, position } = await done<{ member: { id: string } }>(
      south.administrator,
      'admitMember',
      'member { id }',
      {
        bank: south.bank,
        hub: south.hub,
        since: today(),
        person: carla.asker.id,
      },
    );
    const own = await as(carla.person, undefined, 'own');
    const seen =
      'query V($p: String) { viewer(minPosition: $p) { memberships { bank member { id } } banks { id network } } }';
    for (const who of [carla.asker, own]) {
      const { viewer } = (await who.ask<Seen>(seen, { p: position })).data;
      expect(new Set(viewer.memberships.map(({ bank, member: { id } }) => `${bank} ${id}`))).toEqual(
        new Set([`${north.bank} ${carla.account}`, `${south.bank} ${member.id}`]),
      );
      expect(new Set(viewer.banks.map(({ network }) => network))).toEqual(new Set([north.network, south.network]));
    }
    expect(await reads(own, { ...carla, account: member.id })).toBe(true);
    expect(await reads(own, gina)).toBe(false);
    expect(await reads(carla.asker, gina)).toBe(true);
    expect(await reads(gina.asker, carla)).toBe(false);
  }, 60_000);
});

describe('the register', () => {
  const registered = `query R($id: ID!, $p: String) { viewer(minPosition: $p) { account(id: $id) {
    acts(first: 5) { edges { node { kind by byName member { id } } } }
    readings(first: 5) { edges { node { kind by byName } } }
  } } }`;
  const ofBank =
    '{ viewer { banks { id acts { edges { node { kind } } } readings { edges { node { kind by member { id } } } } } } }';

  test('shows the member who acted and who looked, and when; auditors see the bank’s; nobody else sees it', async () => {
    const bank = await openBank('register');
    const [dina, carla] = [await bank.admit('Dina Riva'), await bank.admit('Carla Bruni')];
    const { position } = await coordinates(bank, dina);
    expect(await reads(dina.asker, carla, position)).toBe(true);

    await eventually(async () => {
      const { data } = await carla.asker.ask(registered, { id: carla.account, p: position });
      expect(data).toMatchObject({
        viewer: {
          account: {
            acts: {
              edges: [{ node: { kind: 'MEMBER_ADMITTED', by: bank.administrator.id, member: { id: carla.account } } }],
            },
            readings: { edges: [{ node: { kind: 'ACCOUNT', by: dina.asker.id, byName: 'Dina Riva' } }] },
          },
        },
      });
    });
    const { data: audited } = await bank.administrator.ask(ofBank);
    expect(audited).toMatchObject({
      viewer: {
        banks: [
          {
            id: bank.bank,
            acts: { edges: [{ node: { kind: 'ROLE_GRANTED' } }, {}, {}] },
            readings: { edges: [{ node: { kind: 'ACCOUNT', by: dina.asker.id, member: { id: carla.account } } }] },
          },
        ],
      },
    });
    const nothing = { acts: { edges: [] }, readings: { edges: [] } };
    expect((await carla.asker.ask(ofBank)).data).toMatchObject({ viewer: { banks: [nothing] } });
    expect((await dina.asker.ask(registered, { id: carla.account })).data).toMatchObject({
      viewer: { account: nothing },
    });
  }, 60_000);

  test('loses nothing when the server that showed the page is stopped at once', async () => {
    const bank = await openBank('stopped');
    const carla = await bank.admit('Carla Bruni');
    const server = await startOwnServer(given('SERVER_DATABASE_URL'));
    expect(await reads(await as(bank.keeper, server.url), carla)).toBe(true);
    await server.close();

    const { data } = await carla.asker.ask(registered, { id: carla.account });
    expect(data).toMatchObject({
      viewer: { account: { readings: { edges: [{ node: { by: bank.administrator.id } }] } } },
    });
  }, 60_000);
});
