import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLog } from '../../apps/server/log.js';
import { startServer, type Server } from '../../apps/server/server.js';
import { settingsFrom } from '../../apps/server/settings.js';
import { IdentityProvider, eventually } from '#testing';
import { key, openBank, uuidIn, type Bank } from './bank.js';
import { CookieBrowser, codeIn } from './cookie-browser.js';
import { admitWithAddress } from './people-with-addresses.js';
import { registerOrigins } from './registered-origins.js';
import { given, post } from './server.js';

const publicUrl = 'https://banca.example';
const page = 'https://www.cascina.example/banca?tempo=1';
const { origin } = new URL(page);
const realFetch = globalThis.fetch;

let folder: string;
let bank: Bank;
let provider: IdentityProvider;
let server: Server;

beforeAll(async () => {
  bank = await openBank('providers');
  provider = await IdentityProvider.start(`${publicUrl}/auth/providers/comune/callback`);
  // The server asks the provider where it really is: this machine has no name and no TLS for it.
  globalThis.fetch = ((url: string | URL, init?: RequestInit) =>
    String(url).startsWith(provider.issuer) ? provider.fetch(String(url), init) : realFetch(url, init)) as typeof fetch;
  folder = await mkdtemp(join(tmpdir(), 'reciproca-providers-'));
  const { issuer, clientId, clientSecret } = provider;
  const title = { it: 'Entra con il Comune', en: 'Sign in with the municipality' };
  const comune = { name: 'comune', title, issuer, clientId, clientSecret, levels: [], console: true };
  await writeFile(
    join(folder, 'providers.json'),
    JSON.stringify({ providers: [{ ...comune, hubs: [uuidIn(bank.hub)] }] }),
  );
  const environment = {
    EVENT_STORE_URL: process.env['EVENT_STORE_URL'],
    DATABASE_URL: given('SERVER_DATABASE_URL'),
    DATA_DIR: given('SERVER_DATA_DIR'),
    PORT: '0',
    NODE_ENV: 'test',
    PUBLIC_URL: publicUrl,
    OIDC_PROVIDERS_FILE: join(folder, 'providers.json'),
  };
  server = await startServer(settingsFrom(environment), openLog('warn', { write: () => true }));
  await registerOrigins(bank, [origin], server.url);
}, 60_000);
afterAll(async () => {
  await server.close();
  await provider.stop();
  globalThis.fetch = realFetch;
  await rm(folder, { recursive: true });
}, 30_000);

const admit = (name: string, email?: string) => admitWithAddress(bank, name, email);

/** To the provider and back to the address that it sends the browser to. */
async function thereAndBack(browser: CookieBrowser, query = ''): Promise<string> {
  const answer = await browser.get(`/auth/providers/comune${query}`);
  expect(answer.status).toBe(302);
  const back = new URL(await provider.browse(answer.headers.get('location') ?? ''));
  return `${back.pathname}${back.search}`;
}

/** A hub's page that sends somebody to the provider. */
function hubPage() {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = `?${new URLSearchParams({ hub: bank.hub, return: page, challenge }).toString()}`;
  return { verifier, query };
}

/** What the page asks for once the browser is back. */
function takeOver(code: string, verifier: string, from = origin): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: from };
  return realFetch(`${server.url}/auth/providers/handovers`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ code, verifier }),
  });
}

test('a sign-in page is told which providers there are', async () => {
  const offered = async (query: string) => (await realFetch(`${server.url}/auth/providers${query}`)).json();
  const comune = { name: 'comune', title: { it: 'Entra con il Comune', en: 'Sign in with the municipality' } };
  expect(await offered('')).toEqual({ providers: [comune] });
  expect(await offered(`?hub=${bank.hub}`)).toEqual({ providers: [comune] });
  expect(await offered(`?hub=${bank.network}`)).toEqual({ providers: [] });
});

test('a member comes back to the page of the hub with a code that the page alone turns into a session', async () => {
  const { email } = await admit('Carla Bruni');
  provider.account = { subject: key(), email, isVerified: true };
  const [browser, { verifier, query }] = [new CookieBrowser(server.url), hubPage()];
  const code = codeIn(await browser.get(await thereAndBack(browser, query)), page);

  const answer = await takeOver(code, verifier);
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
  const { access } = (await answer.json()) as { access: string };
  const asked = await post(
    '{"query":"{ viewer { memberships { bank } } }"}',
    { authorization: `Bearer ${access}`, origin },
    server.url,
  );
  expect(await asked.json()).toMatchObject({ data: { viewer: { memberships: [{ bank: bank.bank }] } } });
  expect(await browser.viewer()).toBeUndefined();
  expect((await takeOver(code, verifier)).status).toBe(401);
});

test('another page, or one without what the first page kept, can do nothing with the code', async () => {
  const { email } = await admit('Lucia Sala');
  provider.account = { subject: key(), email, isVerified: true };
  const fresh = async () => {
    const [browser, { verifier, query }] = [new CookieBrowser(server.url), hubPage()];
    return { verifier, code: codeIn(await browser.get(await thereAndBack(browser, query)), page) };
  };
  const [one, two] = [await fresh(), await fresh()];
  expect((await takeOver(one.code, one.verifier, 'https://evil.example')).status).toBe(401);
  expect((await takeOver(one.code, one.verifier)).status).toBe(401);
  expect((await takeOver(two.code, one.verifier)).status).toBe(401);
});

test('a coordinator is signed in to the console', async () => {
  const { email } = await admit('Marta Villa');
  provider.account = { subject: key(), email, isVerified: true };
  const browser = new CookieBrowser(server.url);
  const answer = await browser.get(await thereAndBack(browser));
  expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([
    200,
    "default-src 'none';frame-ancestors 'none'",
  ]);
  expect(await answer.text()).toContain('Accesso riuscito.');
  expect(await browser.viewer()).toBeDefined();
});

test('an account is the same person’s from its first sign-in on, whatever becomes of the address', async () => {
  const [carla, lucia] = [await admit('Carla Prima'), await admit('Lucia Seconda')];
  const [subject, browser] = [key(), new CookieBrowser(server.url)];
  provider.account = { subject, email: carla.email, isVerified: true };
  await browser.get(await thereAndBack(browser));
  const person = await browser.viewer();
  expect(person).toBeDefined();
  for (const account of [{ subject }, { subject, email: lucia.email, isVerified: true }]) {
    provider.account = account;
    const again = new CookieBrowser(server.url);
    await again.get(await thereAndBack(again));
    expect(await again.viewer()).toBe(person);
  }
  provider.account = { subject: key(), email: carla.email, isVerified: true };
  const other = new CookieBrowser(server.url);
  expect((await other.get(await thereAndBack(other))).status).toBe(403);
});

test.each([
  ['an address that nobody has here', () => Promise.resolve({ email: `${key()}@example.org`, isVerified: true })],
  [
    'an address that the provider has not verified',
    async () => ({ email: (await admit('Pia Riva')).email, isVerified: false }),
  ],
  ['no address', () => Promise.resolve({})],
])('%s opens nothing', async (_, account) => {
  provider.account = { subject: key(), ...(await account()) };
  const [atConsole, atHub] = [new CookieBrowser(server.url), new CookieBrowser(server.url)];
  const answer = await atConsole.get(await thereAndBack(atConsole));
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('Non conosciamo l’indirizzo e-mail');
  expect(await atConsole.viewer()).toBeUndefined();
  const back = await atHub.get(await thereAndBack(atHub, hubPage().query));
  expect(back.headers.get('location')).toBe(`${page}#reciproca-failure=unknown`);
});

test('an address that several people share opens nobody’s account, and says so; an account linked before stays', async () => {
  const { email } = await admit('Elio Valli');
  const [elio, other] = [{ subject: key() }, { subject: key(), email, isVerified: true }];
  provider.account = { ...elio, email, isVerified: true };
  const before = new CookieBrowser(server.url);
  await before.get(await thereAndBack(before));
  const person = await before.viewer();
  expect(person).toBeDefined();

  await admit('Emma Valli', email);
  provider.account = other;
  const [atConsole, atHub] = [new CookieBrowser(server.url), new CookieBrowser(server.url)];
  await eventually(async () => {
    const answer = await atConsole.get(await thereAndBack(atConsole));
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('Più persone usano')]);
  });
  expect(await atConsole.viewer()).toBeUndefined();
  const back = await atHub.get(await thereAndBack(atHub, hubPage().query));
  expect(back.headers.get('location')).toBe(`${page}#reciproca-failure=shared`);

  provider.account = elio;
  const again = new CookieBrowser(server.url);
  await again.get(await thereAndBack(again));
  expect(await again.viewer()).toBe(person);
});

test('what was begun in one browser ends in no other, and not twice', async () => {
  provider.account = { subject: key(), email: (await admit('Rita Neri')).email, isVerified: true };
  const [hers, theirs] = [new CookieBrowser(server.url), new CookieBrowser(server.url)];
  const callback = await thereAndBack(hers);
  await thereAndBack(theirs);
  for (const stranger of [new CookieBrowser(server.url), theirs]) {
    expect((await stranger.get(callback)).status).toBe(403);
    expect(await stranger.viewer()).toBeUndefined();
  }
  expect((await hers.get(callback)).status).toBe(200);
  expect((await hers.get(callback)).status).toBe(403);
});

test.each([
  ['a page that no hub registered', { return: 'https://evil.example/' }],
  ['a page with a name and a password', { return: 'https://a:b@www.cascina.example/' }],
  ['what is no page', { return: 'javascript:alert(1)' }],
  ['no page', { return: '' }],
  ['no challenge', { challenge: '' }],
  ['another hub', { hub: 'abc' }],
])('for %s nobody is sent to the provider', async (_, changed) => {
  const asked = { ...Object.fromEntries(new URLSearchParams(hubPage().query)), ...changed };
  const answer = await new CookieBrowser(server.url).get(
    `/auth/providers/comune?${new URLSearchParams(asked).toString()}`,
  );
  expect([answer.status, answer.headers.get('location')]).toEqual([403, null]);
});

test('a provider that is down is said to be, and one that nobody knows is refused', async () => {
  const before = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'));
  try {
    const answer = await new CookieBrowser(server.url).get('/auth/providers/comune');
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('non risponde')]);
    const atHub = await new CookieBrowser(server.url).get(`/auth/providers/comune${hubPage().query}`);
    expect(atHub.headers.get('location')).toBe(`${page}#reciproca-failure=away`);
  } finally {
    globalThis.fetch = before;
  }
  expect((await new CookieBrowser(server.url).get('/auth/providers/other')).status).toBe(403);
});
