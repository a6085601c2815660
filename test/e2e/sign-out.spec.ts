import { eventually } from '#testing';
import { key, openBank, type Bank } from './bank.js';
import { startOwnServer, type OwnServer } from './own-server.js';
import { given, post } from './server.js';
import { admitWithEmail, auth, signIn, someAddress, somewhere, type Told } from './signing-in.js';

let bank: Bank;
let other: OwnServer;
let address: string;
beforeAll(async () => {
  bank = await openBank('uscita');
  other = await startOwnServer(given('SERVER_DATABASE_URL'));
  address = someAddress('carla');
  await admitWithEmail(bank, 'Carla Ferri', address);
}, 60_000);
afterAll(() => other.close());

const access = ({ body }: Told): string => String(body['access']);

async function isSignedIn(token: string, url?: string): Promise<boolean> {
  const answer = await post('{"query":"{ viewer { id } }"}', { authorization: `Bearer ${token}` }, url);
  return answer.status === 200;
}

test('signing out everywhere ends access tokens in every process within about a second', async () => {
  const opened = [
    await signIn(address, bank.hub, { place: somewhere() }),
    await signIn(address, bank.hub, { place: somewhere() }),
  ];
  const tokens = opened.map(access);
  for (const token of tokens)
    expect([await isSignedIn(token), await isSignedIn(token, other.url)]).toEqual([true, true]);

  const endedMs = performance.now();
  expect((await auth('sign-out-everywhere', undefined, { token: tokens[0] ?? '' })).status).toBe(204);
  for (const token of tokens) expect(await isSignedIn(token)).toBe(false);
  await eventually(async () => {
    for (const token of tokens) expect(await isSignedIn(token, other.url)).toBe(false);
  });
  expect(performance.now() - endedMs).toBeLessThan(3_000);
  for (const { body } of opened) {
    expect((await auth('refresh', { refresh: body['refresh'], device: body['device'] })).status).toBe(401);
  }
}, 20_000);

test('one of one’s own sessions can be ended from another, and nobody else’s', async () => {
  const stranger = someAddress('lucia');
  await admitWithEmail(bank, 'Lucia Bianchi', stranger);
  const [mine, lost, hers] = [
    await signIn(address, bank.hub, { place: somewhere() }),
    await signIn(address, bank.hub, { place: somewhere() }),
    await signIn(stranger, bank.hub, { place: somewhere() }),
  ];
  const sessions = async (token: string) => {
    const answer = await post('{"query":"{ viewer { sessions { id isCurrent } } }"}', {
      authorization: `Bearer ${token}`,
    });
    const { data } = (await answer.json()) as { data: { viewer: { sessions: { id: string; isCurrent: boolean }[] } } };
    return data.viewer.sessions;
  };
  const lostOne = (await sessions(access(lost))).find(({ isCurrent }) => isCurrent)?.id;
  expect((await auth('sign-out', { session: lostOne }, { token: access(hers) })).status).toBe(204);
  expect(await isSignedIn(access(lost))).toBe(true);
  expect((await auth('sign-out', { session: lostOne }, { token: access(mine) })).status).toBe(204);
  expect([await isSignedIn(access(lost)), await isSignedIn(access(mine))]).toEqual([false, true]);
  expect((await sessions(access(mine))).map(({ isCurrent }) => isCurrent)).toEqual([true]);
});

test('a token of one page is no good on another, and refreshes nowhere else', async () => {
  const opened = await signIn(address, bank.hub, { place: somewhere() });
  const elsewhere = 'https://altrove.example';
  const asked = await post('{"query":"{ viewer { id } }"}', {
    authorization: `Bearer ${access(opened)}`,
    origin: elsewhere,
  });
  expect(asked.status).toBe(401);
  const { refresh, device } = opened.body;
  for (const origin of [elsewhere, undefined, 'null']) {
    expect((await auth('refresh', { refresh, device }, { origin })).status).toBe(401);
  }
  const refreshed = await auth('refresh', { refresh, device });
  expect([refreshed.status, refreshed.body['refresh'] === refresh]).toEqual([200, false]);
});

describe('a code on paper', () => {
  const mutation =
    'mutation M($input: IssueSignInCodeInput!) { issueSignInCode(input: $input) { signInCode { code memberNumber validUntil } userErrors { code field } } }';
  interface Issued {
    readonly issueSignInCode: {
      readonly signInCode: { readonly code: string; readonly memberNumber: number } | null;
      readonly userErrors: readonly { readonly code: string }[];
    };
  }
  const issue = async (member: string, idempotencyKey = key(), asker = bank.administrator) =>
    (await asker.ask<Issued>(mutation, { input: { member, idempotencyKey } })).data.issueSignInCode;

  test('lets in once who has no e-mail, on a page of a hub', async () => {
    const { account, person } = await bank.admit('Nonna Pina');
    const sameKey = key();
    const { signInCode } = await issue(account, sameKey);
    expect((await issue(account, sameKey)).signInCode).toEqual(signInCode);
    const { code = '', memberNumber = 0 } = signInCode ?? {};
    expect(code).toMatch(/^[0-9A-Z]{5} [0-9A-Z]{5}$/);

    const place = somewhere();
    const enter = (more: object) =>
      auth('token', { code: code.toLowerCase(), memberNumber, hub: bank.hub, ...more }, { place });
    expect((await enter({ memberNumber: memberNumber + 1 })).body.error?.code).toBe('CODE_WRONG');
    const opened = await enter({});
    expect(opened.status).toBe(200);
    expect(await isSignedIn(access(opened))).toBe(true);
    expect(Buffer.from(access(opened).split('.')[1] ?? '', 'base64url').toString()).toContain(person);
    expect((await enter({})).body.error?.code).toBe('CODE_WRONG');
  });

  test('is for nobody who has an e-mail, and printed by nobody without the role', async () => {
    const withEmail = await admitWithEmail(bank, 'Rosa Conti', someAddress('rosa'));
    const without = await bank.admit('Zeno Rossi');
    const codes = ({ userErrors }: Issued['issueSignInCode']) => userErrors.map(({ code }) => code);
    await eventually(async () => expect(codes(await issue(withEmail))).toEqual(['MEMBER_HAS_EMAIL']));
    expect(codes(await issue(without.account, key(), without.asker))).toEqual(['FORBIDDEN']);
  });
});
