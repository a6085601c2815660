import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { IdentityProvider } from '#testing';
import { key, uuidIn } from '../e2e/bank.js';
import { startOwnServer, type OwnServer } from '../e2e/own-server.js';
import { registerOrigins } from '../e2e/registered-origins.js';
import { given } from '../e2e/server.js';
import { closeBrowser, openDevice } from './browser.js';
import { addressOf, elsewhereOf, inTheWayOn, kinds, type Kind } from './every-page.js';
import { openHub, type Hub, type Neighbour } from './hub.js';

const publicUrl = 'https://banca.example';
let hub: Hub;
let ada: Neighbour;
let provider: IdentityProvider;
let server: OwnServer;
let folder: string;

/** In the server: what has a name and TLS in real life is this machine's, here. */
const asIfNamed = ({ issuer, address }: IdentityProvider): string => {
  const headers = `{ 'x-forwarded-proto': 'https', 'x-forwarded-host': '${new URL(issuer).host}' }`;
  const code = `const real = fetch;
    globalThis.fetch = (url, init = {}) => String(url).startsWith('${issuer}')
      ? real(String(url).replace('${issuer}', '${address}'), { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...${headers} } })
      : real(url, init);`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
};

beforeAll(async () => {
  hub = await openHub('fornitore');
  ada = await hub.admit('Ada Neri');
  provider = await IdentityProvider.start(`${publicUrl}/auth/providers/comune/callback`);
  folder = await mkdtemp(join(tmpdir(), 'reciproca-provider-'));
  const { issuer, clientId, clientSecret } = provider;
  const title = { it: 'Entra con SPID o CIE', en: 'Sign in with SPID or CIE' };
  const comune = { name: 'comune', title, issuer, clientId, clientSecret, levels: [], console: false };
  const file = join(folder, 'providers.json');
  await writeFile(file, JSON.stringify({ providers: [{ ...comune, hubs: [uuidIn(hub.bank.hub)] }] }));
  server = await startOwnServer(given('SERVER_DATABASE_URL'), {
    PUBLIC_URL: publicUrl,
    OIDC_PROVIDERS_FILE: file,
    NODE_OPTIONS: asIfNamed(provider),
  });
}, 60_000);
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await provider.stop();
  await rm(folder, { recursive: true });
}, 30_000);

/** A page of the hub's, and a way for the browser to the provider and back, which has no name on this machine. */
async function openPage(kind: Kind = 'own'): Promise<Page> {
  const page = await (await openDevice()).newPage();
  await page.route(`${server.url}/auth/providers/comune?*`, async (route) => {
    const there = await route.fetch({ maxRedirects: 0 });
    const back = new URL(await provider.browse(there.headers()['location'] ?? ''));
    const location = `${server.url}${back.pathname}${back.search}`;
    await route.fulfill({ status: 302, headers: { ...there.headers(), location } });
  });
  await page.goto(addressOf(kind, server.url, hub.handle));
  await page.getByRole('button', { name: 'Entra con SPID o CIE' }).waitFor();
  return page;
}

test('a member signs in at a provider and comes back to the page, whose address is as before', async () => {
  provider.account = { subject: key(), email: ada.email, isVerified: true };
  const page = await openPage();
  await page.getByRole('button', { name: 'Entra con SPID o CIE' }).click();
  await page.getByRole('heading', { name: 'Registra ore' }).waitFor();
  expect(page.url()).toBe(`${server.url}/h/${hub.handle}`);
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes('provider')))).toEqual(
    [],
  );
  await page.context().close();
}, 60_000);

test('whom nobody knows is told so, and may still take a code', async () => {
  provider.account = { subject: key(), email: 'nessuno@posta.example', isVerified: true };
  const page = await openPage();
  await page.getByRole('button', { name: 'Entra con SPID o CIE' }).click();
  await page.getByText('Non conosciamo l’indirizzo e-mail di questo accesso.').first().waitFor();
  await page.getByLabel('La tua e-mail').waitFor();
  expect(page.url()).toBe(`${server.url}/h/${hub.handle}`);
  await page.context().close();
}, 60_000);

test('on every page nothing is in the way before the provider is asked, nor after it sent somebody back in vain', async () => {
  await registerOrigins(hub.bank, [elsewhereOf(server.url)], server.url);
  provider.account = { subject: key(), email: 'nessuno@posta.example', isVerified: true };
  const pages = await Promise.all(kinds.map(async (kind) => ({ kind, page: await openPage(kind) })));
  expect(await inTheWayOn(pages, () => Promise.resolve())).toEqual([]);
  const sentBack = inTheWayOn(pages, async ({ page }) => {
    await page.getByRole('button', { name: /SPID/ }).click();
    await page
      .getByText(/Non conosciamo l’indirizzo|We do not know the e-mail/)
      .first()
      .waitFor();
  });
  expect(await sentBack).toEqual([]);
}, 60_000);
