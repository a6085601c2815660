import type { Page } from 'playwright-core';
import { registerOrigins } from '../e2e/registered-origins.js';
import { serverUrl } from '../e2e/server.js';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { foundIn } from './found.js';
import { blocking, hiding } from './hiding-rules.js';
import { forbidStorage, freezeMethods, openHostileSite, replaceMethods, type HostileSite } from './hostile-page.js';
import { openHub, type Hub, type Neighbour } from './hub.js';
import { log } from './lived-in.js';

/** The same server under another name is another origin, as a hub's own page is. */
const elsewhere = serverUrl().replace('127.0.0.1', 'localhost');

let site: HostileSite;
let hub: Hub;
let other: Hub;
let ada: Neighbour;
let page: Page;
beforeAll(async () => {
  site = await openHostileSite();
  [hub, other] = [await openHub('ostile'), await openHub('ostile-altra')];
  await Promise.all([hub, other].map(({ bank }) => registerOrigins(bank, [elsewhere, site.origin])));
  ada = await hub.admit('Ada Neri');
  const bice = await hub.admit('Bice Riva');
  await log(hub, ada, { provider: ada, receiver: bice, minutes: 90, confirmedBy: bice });
  page = await (await openDevice()).newPage();
}, 60_000);
afterAll(async () => {
  await closeBrowser();
  site.close();
});

const element = (): string => `<banca-tempo hub="${hub.handle}"></banca-tempo>`;
const main = (within: string): string => `<main><h1>Pagina</h1>${within}</main>`;
const home = (): Promise<void> => page.getByRole('heading', { name: 'Registra ore' }).waitFor();

/** Home, the form, the past: one view of each script. */
async function everythingWorks(look: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  await page.locator('.balance-figure', { hasText: /^1\s*h\s*30\s*min$/ }).waitFor();
  await page.getByRole('button', { name: 'Registra ore: ho dato' }).click();
  await page.getByRole('radio', { name: 'Bice Riva' }).check();
  await page.getByRole('radio', { name: 'Altro' }).check();
  await page.getByLabel('Ore', { exact: true }).fill('3');
  await page.getByText('Hai dato 3 h a Bice Riva').waitFor();
  await look();
  await page.getByRole('button', { name: 'Indietro' }).click();
  await page.getByRole('button', { name: 'Storico' }).click();
  await page.getByRole('button', { name: 'Bice Riva' }).first().waitFor();
  await look();
  await page.getByRole('button', { name: 'Indietro' }).click();
  await home();
}

test('behind a policy of our origin alone nothing is refused', async () => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await signIn(page, `${elsewhere}/demo/associazione?hub=${hub.handle}`, ada);
  await everythingWorks();
  expect(refused).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
}, 60_000);

/** What the page may not change about us. */
function looks(): Promise<unknown> {
  return page.evaluate(() => {
    const host = document.querySelector('banca-tempo');
    const of = (selector: string): unknown => {
      const found = host?.shadowRoot?.querySelector(selector);
      if (!found) return selector;
      const { display, color, fontSize, fontFamily, lineHeight, minHeight, padding, textAlign } =
        getComputedStyle(found);
      return { display, color, fontSize, fontFamily, lineHeight, minHeight, padding, textAlign };
    };
    const shown = host ? getComputedStyle(host).display : '';
    return { shown, parts: ['.tb', '.balance-figure', '.main', '.row', '.helper', '.section', '.foot'].map(of) };
  });
}

test('a page that unsets everything, and one that counts 62.5%, change nothing in us', async () => {
  await site.open(page, { body: main(element()) });
  await signIn(page, site.origin, ada);
  await home();
  const before = await looks();
  expect(JSON.stringify(before)).toContain('"fontSize":"18px"');
  for (const style of [
    '*, *::before, *::after { all: unset }',
    'html { font-size: 62.5% } body { font: 1.6rem/1 serif; color: red }',
  ]) {
    await site.open(page, { head: `<style>${style}</style>`, body: main(element()) });
    await home();
    expect({ style, looks: await looks() }).toEqual({ style, looks: before });
  }
  await everythingWorks();
}, 60_000);

test.each([
  { what: 'replaced', change: replaceMethods },
  { what: 'froze', change: freezeMethods },
])(
  'array methods that the page $what before our script are no matter to it',
  async ({ change }) => {
    await site.open(page, { head: `<script>(${String(change)})()</script>`, body: main(element()) });
    await everythingWorks();
    expect(await page.locator('iframe').count()).toBe(0);
  },
  60_000,
);

test('nor are those that it replaces afterwards', async () => {
  await site.open(page, { body: main(element()) });
  await home();
  await page.evaluate(replaceMethods);
  await everythingWorks();
}, 60_000);

test('from right to left the arrows turn and nothing is cut', async () => {
  await site.open(page, { html: 'dir="rtl"', body: main(element()) });
  await home();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    expect(await foundIn(page)).toEqual({ violations: [], isCut: false });
  }
  expect(await page.locator('#gave svg').evaluate((arrow) => getComputedStyle(arrow).transform)).toBe(
    'matrix(-1, 0, 0, 1, 0, 0)',
  );
  await page.setViewportSize({ width: 360, height: 640 });
}, 60_000);

test('an element that is taken out and put back stands where it stood, and asks once', async () => {
  await site.open(page, { body: `<div id="one">${element()}</div><div id="two"></div>` });
  await home();
  await page.getByRole('button', { name: 'Registra ore: ho dato' }).click();
  await page.getByRole('radio', { name: 'Bice Riva' }).check();
  for (const place of ['#two', '#one', '#two']) {
    await page.evaluate((chosen) => {
      const moved = document.querySelector('banca-tempo');
      moved?.remove();
      if (moved) document.querySelector(chosen)?.append(moved);
    }, place);
  }
  expect(await page.getByRole('radio', { name: 'Bice Riva' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Indietro' }).click();
  await home();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql') && request.method() === 'POST') asked += 1;
  });
  await Promise.all([page.waitForResponse(/\/graphql$/), page.evaluate(() => dispatchEvent(new Event('focus')))]);
  expect(asked).toBe(1);
}, 60_000);

test('two elements of one hub, and one of another, live beside each other', async () => {
  await site.open(page, {
    body: main(`${element()}${element()}<banca-tempo hub="${other.handle}"></banca-tempo>`),
  });
  const [first, second, third] = [0, 1, 2].map((place) => page.locator('banca-tempo').nth(place));
  if (!first || !second || !third) throw new Error('three elements');
  for (const each of [first, second])
    await each.locator('.balance-figure', { hasText: /^1\s*h\s*30\s*min$/ }).waitFor();
  await third.getByLabel('La tua e-mail').waitFor();

  await second.getByRole('button', { name: 'Registra ore: ho dato' }).click();
  await first.getByRole('button', { name: 'Storico' }).click();
  await first.getByRole('heading', { name: 'Storico' }).waitFor();
  await page.goBack();
  await first.getByRole('heading', { name: 'Registra ore' }).waitFor();
  await second.getByRole('radio', { name: 'Bice Riva' }).check();
  await page.goBack();
  await second.getByRole('button', { name: 'Storico' }).waitFor();

  await first.getByRole('button', { name: 'Esci' }).click();
  await first.getByLabel('La tua e-mail').fill('uno@posta.example');
  await third.getByLabel('La tua e-mail').fill('tre@posta.example');
  expect(await first.getByLabel('La tua e-mail').inputValue()).toBe('uno@posta.example');
  expect((await foundIn(page)).violations).toEqual([]);
}, 60_000);

test('content blockers hide nothing of ours, and let every address through', async () => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  const looked: string[] = [];
  const look = async (): Promise<void> => {
    looked.push(...(await hiding(page)));
  };
  await site.open(page, { body: main(element()) });
  await signIn(page, site.origin, ada);
  await everythingWorks(look);
  await page.getByRole('button', { name: 'Profilo', exact: true }).click();
  await page.getByRole('heading', { name: 'Limiti del conto' }).waitFor();
  await look();
  await page.getByRole('button', { name: 'Esci' }).first().click();
  await page.getByLabel('La tua e-mail').waitFor();
  await look();
  expect(looked).toEqual([]);
  const ours = addresses.filter((address) => address.startsWith(serverUrl()));
  expect(ours.length).toBeGreaterThan(3);
  expect(ours.flatMap(blocking)).toEqual([]);

  // The rules are alive.
  await page.evaluate(() => {
    const planted = document.createElement('p');
    planted.className = 'ad-banner';
    document.querySelector('banca-tempo')?.shadowRoot?.append(planted);
  });
  expect(await hiding(page)).toEqual(['.ad-banner', '[class^="ad-"]']);
  expect(blocking('https://ore.example.org/embed/ads/banca.js')).toContain('/embed/ads/*');
}, 60_000);

test('where the page may keep nothing, whoever signs in does everything but wait without network', async () => {
  const context = await openDevice();
  await context.addInitScript(forbidStorage);
  page = await context.newPage();
  await site.open(page, { body: main(element()) });
  await signIn(page, site.origin, ada);
  await everythingWorks();
  await page.getByRole('button', { name: 'Registra ore: ho dato' }).click();
  await page.getByRole('radio', { name: 'Bice Riva' }).check();
  await page.getByRole('radio', { name: '30 minuti' }).first().check();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Invia' }).click();
  await page.getByText('Non sappiamo se è arrivato.').waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Invia' }).click();
  await page.getByText('Ora tocca a Bice').first().waitFor();
  await page.reload();
  await page.getByLabel('La tua e-mail').waitFor();
  await context.close();
}, 60_000);
