import type { Page } from 'playwright-core';
import { registerOrigins } from '../e2e/registered-origins.js';
import { serverUrl } from '../e2e/server.js';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { foundIn } from './found.js';
import { openHostileSite } from './hostile-page.js';
import { openHub, type Hub, type Neighbour } from './hub.js';
import { downloaded } from './downloaded.js';

let hub: Hub;
let ada: Neighbour;
/** The same server under another name is another origin, as a hub's own page is. */
const elsewhere = serverUrl().replace('127.0.0.1', 'localhost');
beforeAll(async () => {
  hub = await openHub('pagine');
  ada = await hub.admit('Ada Neri');
  await hub.admit('Bice Riva');
}, 60_000);
afterAll(closeBrowser);

/** What a page draws around the whole client while something in it has focus. */
function ringAround(element: Element): string {
  const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(element);
  return `${boxShadow} ${outlineStyle === 'none' ? '0px' : outlineWidth}`;
}

async function newPage(): Promise<Page> {
  return (await openDevice()).newPage();
}

test('a page that is not registered is told so, and shown the way', async () => {
  const site = await openHostileSite();
  const page = await newPage();
  await site.open(page, { body: `<banca-tempo hub="${hub.handle}"></banca-tempo>` });
  await page.getByText(`Questo indirizzo (${site.origin}) non è registrato per l’hub.`).waitFor();
  expect(await page.getByRole('link', { name: 'Apri la banca del tempo' }).getAttribute('href')).toBe(hub.page);
  await page.context().close();
  site.close();
}, 30_000);

test('a hub that nobody knows is named to whoever keeps the page', async () => {
  const page = await newPage();
  await page.goto(`${serverUrl()}/h/nessuno`);
  await page.getByText('Il valore hub="nessuno" non esiste').waitFor();
  await page.context().close();
}, 30_000);

describe('on a page that the hub registered', () => {
  beforeAll(async () => {
    await registerOrigins(hub.bank, [elsewhere]);
  });

  test.each(['comune', 'cooperativa'])(
    '%s: members sign in, log, and leave no cookie behind',
    async (kind) => {
      const page = await newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text()) && !/font/.test(message.text()))
          complaints.push(message.text());
      });
      await signIn(page, `${elsewhere}/demo/${kind}?hub=${hub.handle}`, ada);
      expect(await foundIn(page)).toEqual({ violations: [], isCut: false });
      await page.getByRole('button', { name: 'Registra ore: ho dato' }).click();
      await page.getByRole('radio', { name: 'Bice Riva' }).check();
      expect(await page.locator('banca-tempo').evaluate(ringAround)).toBe('none 0px');
      await page
        .getByRole('radio', { name: kind === 'comune' ? '30 minuti' : 'un’ora' })
        .first()
        .check();
      await page.getByRole('button', { name: 'Invia' }).click();
      await page.getByText('Ora tocca a Bice').first().waitFor();
      expect(await page.context().cookies()).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    30_000,
  );

  test('a page of another hub is told at once that it is not this one’s', async () => {
    const other = await openHub('pagine-altrui');
    const page = await newPage();
    await page.goto(`${elsewhere}/demo/comune?hub=${other.handle}`);
    await page.getByText(`Questo indirizzo (${elsewhere}) non è registrato per l’hub.`).waitFor();
    expect(await page.getByLabel('La tua e-mail').count()).toBe(0);
    expect(await foundIn(page)).toEqual({ violations: [], isCut: false });
    expect(await page.getByRole('link', { name: 'Apri la banca del tempo' }).getAttribute('href')).toBe(other.page);
    await page.goto(other.page);
    await page.getByLabel('La tua e-mail').waitFor();
    await page.context().close();
  }, 30_000);

  test('members take their statement and their data along', async () => {
    const page = await newPage();
    await signIn(page, `${elsewhere}/demo/cooperativa?hub=${hub.handle}`, ada);
    await page.getByRole('button', { name: 'Estratto conto' }).click();
    const statement = await downloaded(page, 'Scarica PDF');
    expect(statement.file.suggestedFilename()).toMatch(/^estratto-conto-\d+-.*\.pdf$/);
    expect(statement.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('button', { name: 'Indietro' }).click();
    await page.getByRole('button', { name: 'Profilo', exact: true }).click();
    await page.getByRole('heading', { name: 'I miei dati' }).click();
    const data = await downloaded(page, 'Scarica tutto (ZIP)');
    expect(data.file.suggestedFilename()).toBe('i-tuoi-dati.zip');
    expect(data.bytes.subarray(0, 2).toString()).toBe('PK');
    await page.context().close();
  }, 30_000);

  test('a reload in the same tab asks one question and nobody for a code', async () => {
    const page = await newPage();
    await signIn(page, `${elsewhere}/demo/cooperativa?hub=${hub.handle}`, ada);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Registra ore' }).waitFor();
    expect(asked).toEqual(['/auth/refresh']);
    await page.context().close();
  }, 30_000);
});
