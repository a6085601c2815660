import { done, openBank, today, type Bank, type Member } from './bank.js';
import type { Asker } from './server.js';

let bank: Bank;
let carla: Member;
let lucia: Member;
beforeAll(async () => {
  bank = await openBank('keeping', { floor: { kind: 'SOFT', minutes: -60 } });
  carla = await bank.admit('Carla Bruni');
  lucia = await bank.admit('Lucia Sala');
}, 60_000);

interface Kept {
  readonly version: number;
  readonly mandates: readonly { readonly id: string; readonly version: number }[];
}

async function accountOf(asker: Asker, { account }: Member, position: string | null): Promise<Kept | null> {
  const document =
    'query A($id: ID!, $p: String) { node(id: $id, minPosition: $p) { ... on Account { version mandates { id version } } } }';
  return (await asker.ask<{ node: Kept | null }>(document, { id: account, p: position })).data.node;
}

async function kept(member: Member, position: string | null): Promise<Kept> {
  const account = await accountOf(bank.administrator, member, position);
  if (!account) throw new Error('the administrator does not see the account');
  return account;
}

const reason = 'Deciso in assemblea';

test('a keeper decides on the version that was read, whatever changed it last, and on no older one', async () => {
  const { limits, position } = await done<{ limits: { version: number } }>(
    bank.administrator,
    'setLimits',
    'limits { version }',
    { account: lucia.account, floor: { kind: 'NONE' }, reason, expectedVersion: (await kept(lucia, '0')).version },
  );
  const { version } = await kept(lucia, position);
  expect(version).toBe(limits.version);

  const input = { account: lucia.account, from: '2020-02-01', reason, expectedVersion: version };
  const suspended = await done<{ version: number }>(bank.administrator, 'suspendMember', 'version', input);
  const again = { account: lucia.account, from: '2020-03-01', expectedVersion: version };
  await expect(done(bank.administrator, 'readmitMember', 'version', again)).rejects.toThrow('STALE_VERSION');
  await done(bank.administrator, 'readmitMember', 'version', { ...again, expectedVersion: suspended.version });
});

test('members see who keeps the bank, and a role is taken back on the version that was read', async () => {
  await done(bank.administrator, 'grantRole', 'grant { id }', {
    bank: bank.bank,
    person: carla.asker.id,
    role: 'AUDITOR',
    from: today(),
    reason,
  });
  interface Roles {
    readonly viewer: { readonly banks: readonly { readonly roles: readonly Role[] }[] };
  }
  interface Role {
    readonly id: string;
    readonly role: string;
    readonly person: string;
    readonly version: number;
  }
  const document = 'query R($p: String) { viewer(minPosition: $p) { banks { roles { id role person version } } } }';
  const rolesSeen = async (position: string | null) =>
    (await lucia.asker.ask<Roles>(document, { p: position })).data.viewer.banks[0]?.roles ?? [];
  const { position } = await done(carla.asker, 'renameMember', 'displayName', { displayName: 'Carla B.' });

  const [, audit] = await rolesSeen(position);
  expect(audit).toMatchObject({ role: 'AUDITOR', person: carla.asker.id });
  const revoked = await done(bank.administrator, 'revokeRole', 'grant { id }', {
    grant: audit?.id,
    reason,
    expectedVersion: audit?.version,
  });
  expect((await rolesSeen(revoked.position)).map(({ role }) => role)).toEqual(['ADMINISTRATOR']);
});

test('a mandate is ended on the version that was read', async () => {
  const given = await done(carla.asker, 'giveMandate', 'mandate { id }', {
    account: carla.account,
    person: lucia.asker.id,
    kind: 'DELEGATE',
    from: today(),
  });
  const [mandate] = (await kept(carla, given.position)).mandates;
  const input = { mandate: mandate?.id, expectedVersion: mandate?.version };
  const ended = await done(carla.asker, 'endMandate', 'mandate { id }', input);
  expect((await kept(carla, ended.position)).mandates).toEqual([]);
});

test('a hub is moved on the version that was read', async () => {
  const place = { network: bank.network, hub: bank.hub };
  const hubs = async (position: string | null) => {
    const { data } = await carla.asker.ask<{ viewer: { hubs: readonly { version: number }[] } }>(
      'query H($n: ID!, $p: String) { viewer(minPosition: $p) { hubs(network: $n) { version } } }',
      { n: bank.network, p: position },
    );
    return data.viewer.hubs;
  };
  const [hub] = await hubs('0');
  const origins = { ...place, origins: ['https://www.esempio.it'], expectedVersion: hub?.version };
  const { position } = await done(bank.administrator, 'setHubOrigins', 'hub { id }', origins);
  expect((await hubs(position))[0]?.version).not.toBe(hub?.version);
  await expect(done(bank.administrator, 'setHubOrigins', 'hub { id }', { ...origins, origins: [] })).rejects.toThrow(
    'STALE_VERSION',
  );
});

interface After {
  readonly account: string;
  readonly balanceAfterMinutes: number;
  readonly warnings: readonly object[];
}
const balancesAfter = 'exchange { id } balancesAfter { account balanceAfterMinutes warnings { kind limitMinutes } }';

test('who moves hours sees the balance after and the soft limit it passes, on the accounts that are theirs to read', async () => {
  const logged = { provider: lucia.account, receiver: carla.account, minutes: 90, serviceDate: today(), hub: bank.hub };
  const { exchange, balancesAfter: before } = await done<{ exchange: { id: string }; balancesAfter: readonly After[] }>(
    lucia.asker,
    'logExchange',
    balancesAfter,
    logged,
  );
  expect(before).toEqual([]);

  const confirmation = { exchange: exchange.id, idempotencyKey: 'confirm-once' };
  const posted = await done<{ balancesAfter: readonly After[] }>(
    carla.asker,
    'confirmExchange',
    balancesAfter,
    confirmation,
  );
  const warnings = [{ kind: 'FLOOR', limitMinutes: -60 }];
  expect(posted.balancesAfter).toEqual([{ account: carla.account, balanceAfterMinutes: -90, warnings }]);
  expect(await done(carla.asker, 'confirmExchange', balancesAfter, confirmation)).toEqual(posted);

  const known = await carla.asker.ask<{ viewer: { account: Readonly<Record<string, unknown>> } }>(
    `query K($id: ID!, $today: LocalDate!, $p: String) { viewer(minPosition: $p) { account(id: $id) {
       now: balanceAsKnownOn(date: $today) then: balanceAsKnownOn(date: "2020-01-01") statement { totalCount }
       newest: statement(first: 1) { totalCount }
     } } }`,
    { id: carla.account, today: today(), p: posted.position },
  );
  expect(known.data.viewer.account).toEqual({
    now: -90,
    then: 0,
    statement: { totalCount: 1 },
    newest: { totalCount: 1 },
  });
});

test('a stranger finds no account by its id', async () => {
  const other = await openBank('elsewhere');
  expect(await accountOf(other.administrator, carla, null)).toBeNull();
}, 30_000);
