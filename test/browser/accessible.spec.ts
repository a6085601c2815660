import type { BrowserContext, Page } from 'playwright-core';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { foundIn } from './found.js';
import { openHub, type Hub, type Neighbour } from './hub.js';
import { livedIn, views } from './views.js';

let hub: Hub;
let lucia: Neighbour;
beforeAll(async () => {
  hub = await openHub('accessibile', { floor: { kind: 'SOFT', minutes: -600 }, ceiling: { kind: 'NONE' } });
  lucia = await livedIn(hub);
}, 60_000);
afterAll(closeBrowser);

const wide = [320, 360, 1280] as const;

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

  async function lookAt(name: string): Promise<void> {
    for (const width of wide) {
      await page.setViewportSize({ width, height: 640 });
      expect({ name, width, ...(await foundIn(page)) }).toEqual({ name, width, violations: [], isCut: false });
    }
  }
});
