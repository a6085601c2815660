import type { BrowserContext, Page } from 'playwright-core';
import { closeBrowser, openDevice, signIn } from '../browser.js';
import type { Hub, Neighbour } from '../hub.js';
import { openTown } from '../town.js';
import { livedIn, views } from '../views.js';
import { languages, picture } from './picture.js';

let town: Hub;
let lucia: Neighbour;
beforeAll(async () => {
  town = await openTown('posta.example');
  lucia = await livedIn(town);
}, 60_000);
afterAll(closeBrowser);

describe.each(languages)('in %s', (language) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await openDevice({ language });
    page = await context.newPage();
    await page.goto(town.page);
    await page.getByLabel(/La tua e-mail|Your e-mail/).waitFor();
  }, 30_000);
  afterAll(() => context.close());

  test('a stranger', async () => {
    await picture(page, 'signed-out', language);
    await page.getByRole('button', { name: /Mandami il codice|Send me the code/ }).click();
    await picture(page, 'signed-out-problem', language);
    for (const row of await page.locator('summary').all()) await row.click();
    await picture(page, 'signed-out-open', language);
    await page.getByRole('button', { name: /codice dello sportello|code from the desk/ }).click();
    await picture(page, 'desk-code', language);
    await page.getByRole('button', { name: /Indietro|Back/ }).click();
    await page.getByLabel(/La tua e-mail|Your e-mail/).fill('nessuno@posta.example');
    await page.getByRole('button', { name: /Mandami il codice|Send me the code/ }).click();
    await page.getByText(/Non è arrivato|It has not arrived/).click();
    await picture(page, 'code', language);
    await signIn(page, town.page, lucia);
  }, 30_000);

  test.each(views)(
    '$name',
    async ({ name, open }) => {
      await page.reload();
      await page.getByRole('heading', { name: /Registra ore|Log hours/ }).waitFor();
      await open(page);
      await picture(page, name, language);
    },
    30_000,
  );
});
