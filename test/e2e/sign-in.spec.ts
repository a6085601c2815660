import { openBank, type Bank } from './bank.js';
import { post, serverUrl } from './server.js';
import {
  admitWithEmail,
  auth,
  codesSentTo,
  cookieOf,
  signIn,
  someAddress,
  somewhere,
  type Told,
} from './signing-in.js';

let bank: Bank;
let address: string;
beforeAll(async () => {
  bank = await openBank('accesso');
  address = someAddress('carla');
  await admitWithEmail(bank, 'Carla Ferri', address);
}, 60_000);

const viewer =
  'query { viewer { id memberships { member { displayName } } sessions { id isCurrent place hub origin signedInBy agent } } }';

interface Viewer {
  readonly id: string;
  readonly memberships: readonly { readonly member: { readonly displayName: string } }[];
  readonly sessions: readonly { readonly id: string; readonly isCurrent: boolean }[];
}

async function askGraphql(
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; viewer?: Viewer; code?: string }> {
  const answer = await post(JSON.stringify({ query: viewer }), headers);
  const { data, errors } = (await answer.json()) as {
    data?: { viewer: Viewer } | null;
    errors?: readonly { extensions: { code: string } }[];
  };
  const code = errors?.[0]?.extensions.code;
  return { status: answer.status, ...(data ? { viewer: data.viewer } : {}), ...(code === undefined ? {} : { code }) };
}

const bearer = ({ body }: Told) => ({ authorization: `Bearer ${String(body['access'])}` });

describe('with a code by e-mail', () => {
  test('a member signs in on a page of the hub, and sees where', async () => {
    const place = somewhere();
    const agent = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';
    const opened = await signIn(address, bank.hub, { place, agent });
    expect(opened.status).toBe(200);
    expect(Object.keys(opened.body)).toEqual(['access', 'accessSeconds', 'refresh', 'device']);
    expect(opened.body['accessSeconds']).toBe(600);
    const { viewer: seen } = await askGraphql(bearer(opened));
    expect(seen?.memberships.map(({ member }) => member.displayName)).toEqual(['Carla Ferri']);
    expect(seen?.sessions.filter(({ isCurrent }) => isCurrent)).toMatchObject([
      {
        place: 'EMBEDDED',
        hub: bank.hub,
        origin: serverUrl(),
        signedInBy: 'CODE',
        agent: 'Firefox, Android',
      },
    ]);
  });

  test('typed in small groups it is the same code, and it opens once', async () => {
    const place = somewhere();
    const { body } = await auth('code', { address: address.toUpperCase(), hub: bank.hub }, { place });
    const [code = ''] = await codesSentTo(address, 1 + (await codesSentTo(address, 0)).length);
    const typed = { challenge: body['challenge'], code: ` ${code.slice(0, 3)} ${code.slice(3)}` };
    expect((await auth('token', typed, { place })).status).toBe(200);
    expect(await auth('token', typed, { place })).toMatchObject({
      status: 401,
      body: { error: { code: 'CODE_OVER' } },
    });
  });

  test('a fresh code voids the old one, on whichever page it is typed', async () => {
    const place = somewhere();
    const before = (await codesSentTo(address, 0)).length;
    const first = await auth('code', { address, hub: bank.hub }, { place });
    await codesSentTo(address, before + 1);
    const second = await auth('code', { address, hub: bank.hub }, { place });
    const [fresh, old] = await codesSentTo(address, before + 2);
    const enter = (asked: Told, code: string | undefined) =>
      auth('token', { challenge: asked.body['challenge'], code }, { place });
    expect((await enter(first, old)).body.error?.code).toBe('CODE_WRONG');
    expect((await enter(second, old)).body.error?.code).toBe('CODE_WRONG');
    expect((await enter(first, fresh)).status).toBe(200);
  });

  test.each([
    ['it', 'Il codice non è giusto: controlla e riprova.', 'Questo codice non vale più: chiedine un altro.'],
    ['en', 'The code is not right: check it and try again.', 'This code is over: ask for another one.'],
  ] as const)(
    'in %s five wrong codes are told so, and the sixth try is over, known or not',
    async (language, wrong, over) => {
      for (const asked of [address, someAddress('nobody')]) {
        const from = { place: somewhere(), language };
        const { body, status } = await auth('code', { address: asked, hub: bank.hub }, from);
        expect({ status, keys: Object.keys(body) }).toEqual({ status: 200, keys: ['challenge', 'lifeSeconds'] });
        const told: (string | undefined)[] = [];
        for (let tries = 0; tries < 6; tries++) {
          told.push((await auth('token', { challenge: body['challenge'], code: '000000' }, from)).body.error?.message);
        }
        expect(told).toEqual([wrong, wrong, wrong, wrong, wrong, over]);
      }
    },
  );

  test('half a code costs no try', async () => {
    const place = somewhere();
    const { body } = await auth('code', { address: someAddress('half'), hub: bank.hub }, { place });
    for (let tries = 0; tries < 6; tries++) {
      const { status, body: told } = await auth('token', { challenge: body['challenge'], code: '48291' }, { place });
      expect([status, told.error?.code]).toEqual([401, 'CODE_WRONG']);
    }
  });

  test('an address is asked for five times from one place, then later; from elsewhere it still can be, and a code holds', async () => {
    const place = somewhere();
    const mine = someAddress('spesso');
    await admitWithEmail(bank, 'Lucia Bianchi', mine);
    let last: Told | undefined;
    for (let times = 0; times < 5; times++) last = await auth('code', { address: mine, hub: bank.hub }, { place });
    const refused = await auth('code', { address: mine, hub: bank.hub }, { place, language: 'en' });
    expect([refused.status, refused.body.error?.code]).toEqual([429, 'ASKED_TOO_OFTEN']);
    expect(refused.body.error?.message).toMatch(/^Too many requests in a short time: try again in 1[45] min\./);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(850);
    const [code] = await codesSentTo(mine, 5);
    expect((await auth('token', { challenge: last?.body['challenge'], code }, { place })).status).toBe(200);
    expect((await auth('code', { address: mine, hub: bank.hub }, { place: somewhere() })).status).toBe(200);
  });
});

describe('a page that is not the hub’s', () => {
  test.each([
    ['elsewhere', 'https://altrove.example'],
    ['without an origin', undefined],
    ['with an opaque origin', 'null'],
  ])('%s neither asks for a code nor enters one', async (_, origin) => {
    const from = { place: somewhere(), origin };
    for (const hub of [bank.hub, undefined]) {
      const refused = await auth('code', { address, ...(hub === undefined ? {} : { hub }) }, from);
      expect([refused.status, refused.body.error?.code]).toEqual([403, 'PAGE_NOT_ALLOWED']);
    }
  });
});

describe('the console', () => {
  test('signs in with a cookie that no script reads and that only pages of ours may use', async () => {
    const from = { place: somewhere() };
    const opened = await signIn(address, undefined, from);
    expect(opened.body).toEqual({ lifeSeconds: 43_200 });
    expect(cookieOf(opened)).toMatch(
      /^reciproca=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const [cookie = ''] = cookieOf(opened).split(';');
    const ask = (headers: Readonly<Record<string, string>>) => askGraphql({ cookie, ...headers });
    expect((await ask({ origin: serverUrl() })).viewer?.sessions.find(({ isCurrent }) => isCurrent)).toMatchObject({
      place: 'CONSOLE',
      hub: null,
      origin: null,
    });
    for (const headers of [
      {},
      { origin: 'null' },
      { origin: 'https://altrove.example' },
      { origin: `${serverUrl()}0` },
    ]) {
      expect(await ask(headers)).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
      expect((await auth('sign-out', undefined, { cookie, origin: undefined, ...headers })).status).toBe(401);
    }
    const out = await auth('sign-out', undefined, { cookie });
    expect([out.status, cookieOf(out)]).toEqual([204, expect.stringMatching(/^reciproca=; Max-Age=0;/)]);
    expect((await ask({ origin: serverUrl() })).code).toBe('UNAUTHENTICATED');
  });
});

describe('bad input', () => {
  test.each([
    ['code', undefined, 400],
    ['code', [], 400],
    ['code', { address: 'non un indirizzo' }, 400],
    ['code', { address: 7 }, 400],
    ['code', { address: 'a@posta.example', hub: 'x' }, 404],
    ['token', {}, 400],
    ['token', { code: '123456' }, 400],
    ['token', { code: '123456', challenge: 'x' }, 400],
    ['token', { code: 123_456, challenge: crypto.randomUUID() }, 400],
    ['token', { code: '123456', challenge: crypto.randomUUID() }, 401],
    ['refresh', {}, 400],
    ['refresh', { refresh: 'x', device: 'y' }, 401],
    ['refresh', { refresh: `${crypto.randomUUID()}.0.${'A'.repeat(43)}`, device: 'y' }, 401],
    ['sign-out', undefined, 401],
    ['sign-out-everywhere', undefined, 401],
  ] as const)('to /auth/%s %j is answered %i in words, with nothing of the inside', async (path, body, status) => {
    const told = await auth(path, body, { place: somewhere() });
    expect(told.status).toBe(status);
    expect(told.body.error?.message).toMatch(/^[A-Z].*\.$/);
    expect(JSON.stringify(told.body)).not.toMatch(/at \S+:\d+|node_modules|select |Error:/);
  });
});
