import type { Page } from 'playwright-core';
import { readPdf } from '#testing';
import { today } from '../e2e/bank.js';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { openHub, type Hub, type Neighbour } from './hub.js';
import { downloaded } from './downloaded.js';
import { log } from './lived-in.js';

let hub: Hub;
let ada: Neighbour;
let page: Page;
beforeAll(async () => {
  hub = await openHub('estratto');
  ada = await hub.admit('Ada Neri');
  const bice = await hub.admit('Bice Riva');
  await log(hub, ada, { provider: ada, receiver: bice, minutes: 90, confirmedBy: bice });
  await log(hub, bice, { provider: bice, receiver: ada, minutes: 30, confirmedBy: ada });
  page = await (await openDevice()).newPage();
  await signIn(page, hub.page, ada);
}, 60_000);
afterAll(closeBrowser);
beforeEach(async () => {
  await page.reload();
  await page.getByRole('button', { name: 'Estratto conto' }).click();
}, 30_000);

const year = today().slice(0, 4);

test('this year as a PDF takes two taps from home', async () => {
  await page.getByText(new RegExp(`^Dal 1° gennaio al .* ${year}, 2 righe\\.$`)).waitFor();
  const { file, bytes } = await downloaded(page, 'Scarica PDF');
  expect(file.suggestedFilename()).toMatch(new RegExp(`^estratto-conto-\\d+-${year}-01-01-.*\\.pdf$`));
  const words = readPdf(bytes).pages.flat();
  expect(words.map(({ text }) => text)).toContain('Bice Riva');
  await page.getByText('Estratto scaricato.').first().waitFor();
}, 30_000);

test('days that somebody chooses say how many lines they have, and days that go back are none', async () => {
  await page.getByRole('radio', { name: 'Scegli le date' }).check();
  await page.getByLabel('Dal', { exact: true }).fill('2026-01-11');
  await page.getByText(/^Dall’11 gennaio al .*, nessuna riga\.$/).waitFor();
  await page.getByLabel('Al', { exact: true }).fill('2026-01-10');
  await page.getByText('La prima data viene dopo la seconda.').first().waitFor();
  await page.getByLabel('Dal', { exact: true }).fill('2026-01-10');
  await page.getByText('Dal 10 gennaio al 10 gennaio 2026, 2 righe.').waitFor();
  const { file, bytes } = await downloaded(page, 'Scarica CSV');
  expect(file.suggestedFilename()).toMatch(/2026-01-10-2026-01-10\.csv$/);
  expect(bytes.toString('utf8')).toContain('10/01/2026');
}, 30_000);

test('without network it is said, and nothing else changes', async () => {
  await page.getByText(/2 righe\.$/).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Scarica PDF' }).click();
  await page.getByText('Per questo serve la rete.').first().waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Indietro' }).click();
  await page.getByRole('button', { name: 'Storico' }).click();
  await page.getByRole('button', { name: 'Estratto conto' }).click();
  await page.getByRole('heading', { name: 'Estratto conto' }).waitFor();
}, 30_000);
