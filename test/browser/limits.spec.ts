import type { Page } from 'playwright-core';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { openHub, type Neighbour } from './hub.js';

let page: Page;
let bice: Neighbour;
beforeAll(async () => {
  const limits = { floor: { kind: 'HARD', minutes: -60 }, ceiling: { kind: 'HARD', minutes: 45 } };
  const hub = await openHub('limiti', { ...limits, consent: 'RECEIVER' });
  await hub.admit('Ada Neri');
  bice = await hub.admit('Bice Riva');
  page = await (await openDevice()).newPage();
  await signIn(page, hub.page, bice);
}, 60_000);
afterAll(closeBrowser);

const own = 'Si supera il limite del tuo conto (1 h a debito). Parlane con lo sportello.'.replace('1 h', '1\u00a0h');
const others = 'Il conto di Ada Neri non può ricevere altre ore adesso. Parlatene con lo sportello.';
const time = (spoken: string) => page.getByRole('radio', { name: spoken, exact: true });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

test('a limit is said of one’s own account with its figure, and of another’s without', async () => {
  await press('Registra ore: ho ricevuto');
  await page.getByRole('radio', { name: 'Ada Neri' }).check();
  const refused = page.locator('#problems');
  await time('un’ora e 30 minuti').check();
  await press('Invia');
  await refused.getByText(own, { exact: true }).waitFor();
  await time('un’ora').check();
  await press('Invia');
  await refused.getByText(others, { exact: true }).waitFor();
  await press('Indietro');
}, 30_000);

test('what the bank refuses of what was logged without network waits to be corrected, and is sent once it is', async () => {
  await press('Registra ore: ho ricevuto');
  await page.getByRole('radio', { name: 'Ada Neri' }).check();
  await time('un’ora e 30 minuti').check();
  await page.context().setOffline(true);
  await press('Invia');
  await press('Torna al conto');
  await page.getByText(/Scritto all(e |’)\d\d:\d\d/).waitFor();
  await page.context().setOffline(false);
  await page.getByText(`Da rivedere: ${own}`, { exact: true }).waitFor();
  await press('Modifica');
  expect(await time('un’ora e 30 minuti').isChecked()).toBe(true);
  await time('30 minuti').check();
  await press('Invia');
  await page.getByText('Fatto. Le ore sono passate. Ora hai 30\u00a0min a debito.').first().waitFor();
  await press('Torna al conto');
  await page.locator('.balance-figure', { hasText: /^30\s*min$/ }).waitFor();
  expect(await page.getByText('Da rivedere').count()).toBe(0);
}, 30_000);
