import type { BrowserContext, Page } from 'playwright-core';
import { eventually } from '#testing';
import { registerOrigins } from '../e2e/registered-origins.js';
import { serverUrl } from '../e2e/server.js';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { foundIn } from './found.js';
import { openHub, type Hub, type Neighbour } from './hub.js';
import { badTargets } from './targets.js';
import { livedIn, views } from './views.js';

/** The invented pages stand on an origin of their own, as hubs' pages do. */
const elsewhere = serverUrl().replace('127.0.0.1', 'localhost');
const invented = ['comune', 'cooperativa', 'associazione'] as const;

let hub: Hub;
let lucia: Neighbour;
beforeAll(async () => {
  hub = await openHub('accessibile', { floor: { kind: 'SOFT', minutes: -600 }, ceiling: { kind: 'NONE' } });
  const before = await hub.version();
  lucia = await livedIn(hub);
  await eventually(async () => {
    if ((await hub.version()) === before) throw new Error('the desk is not visible yet');
  });
  await registerOrigins(hub.bank, [elsewhere]);
}, 60_000);
afterAll(closeBrowser);

/** As small as a window gets, the same with text of twice the size, and a desk. */
const sights = [
  { width: 320, text: '100%' },
  { width: 320, text: '200%' },
  { width: 1280, text: '100%' },
] as const;

describe.each(['it-IT', 'en-GB'] as const)('in %s', (language) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await openDevice({ language });
    page = await context.newPage();
    await page.goto(hub.page);
    await page.getByLabel(/La tua e-mail|Your e-mail/).waitFor();
  }, 30_000);
  afterAll(() => context.close());

  test('whoever is a stranger finds nothing in the way', async () => {
    await lookAt('signed-out');
    await page.getByRole('button', { name: /Mandami il codice|Send me the code/ }).click();
    await page
      .getByText(/Scrivi la tua e-mail|Write your e-mail/)
      .first()
      .waitFor();
    await lookAt('signed-out-problem');
    for (const row of await page.locator('summary').all()) await row.click();
    await lookAt('signed-out-open');
    await page.getByRole('button', { name: /codice dello sportello|code from the desk/ }).click();
    await page.getByLabel(/Numero di socio|Member number/).waitFor();
    await lookAt('desk-code');
    await page.getByRole('button', { name: /Indietro|Back/ }).click();
    await page.getByLabel(/La tua e-mail|Your e-mail/).fill('nessuno@posta.example');
    await page.getByRole('button', { name: /Mandami il codice|Send me the code/ }).click();
    await page.getByText(/Non è arrivato|It has not arrived/).click();
    await lookAt('code');
    await signIn(page, hub.page, lucia);
  }, 30_000);

  test.each(views)(
    '$name has nothing in the way',
    async ({ name, open }) => {
      await page.reload();
      await page.getByRole('heading', { name: /Registra ore|Log hours/ }).waitFor();
      await open(page);
      await lookAt(name);
    },
    30_000,
  );

  test('nor has the first view of each invented page, nor home and the form in it', async () => {
    for (const kind of invented) {
      await come(kind, /La tua e-mail|Your e-mail/);
      await lookAt(`${kind}: signed-out`);
    }
    await signIn(page, `${elsewhere}/demo/comune?hub=${hub.handle}`, lucia);
    for (const kind of invented) {
      for (const { name, open } of views.filter((view) => ['home', 'log'].includes(view.name))) {
        await come(kind, language === 'it-IT' ? /Registra ore/ : /Log hours/);
        await open(page);
        await lookAt(`${kind}: ${name}`);
      }
    }
  }, 90_000);

  async function come(kind: string, seen: RegExp): Promise<void> {
    await page.goto(`${elsewhere}/demo/${kind}?hub=${hub.handle}`);
    await page.locator('banca-tempo').evaluate(
      (element, spoken) => {
        element.setAttribute('lang', spoken);
      },
      language.slice(0, 2),
    );
    await page.getByText(seen).first().waitFor();
  }

  async function lookAt(name: string): Promise<void> {
    for (const { width, text } of sights) {
      await page.setViewportSize({ width, height: 640 });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, text);
      const found = { name, width, text, ...(await foundIn(page)), targets: await badTargets(page) };
      expect(found).toEqual({ name, width, text, violations: [], isCut: false, targets: [] });
    }
  }
});
