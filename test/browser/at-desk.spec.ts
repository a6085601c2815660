import type { Page } from 'playwright-core';
import { done, today } from '../e2e/bank.js';
import { as } from '../e2e/server.js';
import { closeBrowser, openDevice, reload, signIn } from './browser.js';
import { openHub, type Hub, type Neighbour } from './hub.js';

let hub: Hub;
let ada: Neighbour;
let page: Page;
beforeAll(async () => {
  hub = await openHub('banco', { claimDays: daysToAVowel() });
  ada = await hub.admit('Ada Neri');
  page = await (await openDevice()).newPage();
}, 60_000);
afterAll(closeBrowser);

/** Until the next day of a month whose number begins with a vowel. */
function daysToAVowel(): number {
  let days = 1;
  const dayIn = (after: number): number => new Date(Date.parse(today()) + after * 86_400_000).getUTCDate();
  while (![8, 11].includes(dayIn(days))) days += 1;
  return days;
}

test('whom no mail reaches confirms at the desk, and the form says so', async () => {
  await hub.bank.admit('Pina Sala');
  await signIn(page, hub.page, ada);
  await page.getByRole('button', { name: 'Registra ore: ho dato' }).click();
  await page.getByRole('radio', { name: 'Pina Sala' }).check();
  await page.getByRole('radio', { name: 'un’ora', exact: true }).check();
  await page.getByText('Pina non usa l’e-mail: conferma allo sportello.').waitFor();
}, 30_000);

test('what a desk wrote down is said to be its, on the card and in the past', async () => {
  const [pina, dina] = [await hub.admit('Nives Sala'), await hub.admit('Dina Galli')];
  const role = { bank: hub.bank.bank, person: (await as(dina.person)).id, role: 'COORDINATOR', hub: hub.bank.hub };
  const granting = { ...role, from: today(), reason: 'Voto' };
  await done(hub.bank.administrator, 'grantRole', 'grant { id }', granting);
  const sides = { provider: pina.account, receiver: ada.account, onBehalfOf: pina.account };
  const exchange = { ...sides, minutes: 30, serviceDate: '2026-01-10', hub: hub.bank.hub };
  await done(await as(dina.person), 'logExchange', 'exchange { id }', exchange);
  await reload(page);
  const card = page.getByRole('article');
  await card.getByText('Nives Sala dice di averti dato').first().waitFor();
  await card.getByText('Lo ha scritto lo sportello Hub di banco.').waitFor();
  await card.getByText(/^Rispondi entro l’(8|11) \p{L}+$/u).waitFor();
  await card.getByRole('button', { name: 'Conferma' }).click();
  await page.locator('button.line').first().click();
  await page.getByText('Lo sportello Hub di banco (Dina Galli) ha registrato').waitFor();

  const signed = { provider: pina.account, receiver: ada.account, minutes: 15, sheet: '12/A' };
  const onPaper = { ...signed, serviceDate: '2026-01-11', hub: hub.bank.hub };
  await done(await as(dina.person), 'logExchange', 'exchange { id }', onPaper);
  await page.reload();
  await page.locator('button.line', { hasText: '15' }).click();
  await page.getByText('Lo sportello Hub di banco (Dina Galli) ha registrato, foglio n. 12/A').waitFor();
  expect(await page.getByRole('term').filter({ hasText: 'Foglio' }).count()).toBe(1);
}, 30_000);

test('what a delegate wrote down is said to be theirs, and no desk’s', async () => {
  const [rosa, piero] = [await hub.admit('Rosa Conti'), await hub.admit('Piero Riva')];
  const mandate = { account: rosa.account, person: (await as(piero.person)).id, kind: 'DELEGATE', from: today() };
  await done(await as(rosa.person), 'giveMandate', 'mandate { id }', mandate);
  const sides = { provider: rosa.account, receiver: ada.account, actingFor: rosa.account };
  const exchange = { ...sides, minutes: 45, serviceDate: '2026-01-10', hub: hub.bank.hub };
  await done(await as(piero.person), 'logExchange', 'exchange { id }', exchange);
  await reload(page);
  const card = page.getByRole('article');
  await card.getByText('Rosa Conti dice di averti dato').first().waitFor();
  await card.getByText('Lo ha scritto Piero Riva per Rosa Conti.').waitFor();
  expect(await card.getByText('sportello').count()).toBe(0);
  await card.getByRole('button', { name: 'Conferma' }).click();
  await page.locator('button.line', { hasText: 'Rosa Conti' }).click();
  await page.getByText('Piero Riva ha registrato per Rosa Conti').waitFor();
}, 30_000);
