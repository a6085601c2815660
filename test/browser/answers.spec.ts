import type { Page } from 'playwright-core';
import { done } from '../e2e/bank.js';
import { as } from '../e2e/server.js';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { openHub, type Hub } from './hub.js';
import { log } from './lived-in.js';

let hub: Hub;
beforeAll(async () => {
  hub = await openHub('risposte');
}, 60_000);
afterAll(closeBrowser);

/** Another device of the same person answers first. */
test('what was answered elsewhere meanwhile is said with its day and by whom', async () => {
  const [gino, ida] = [await hub.admit('Gino Neri'), await hub.admit('Ida Riva')];
  await log(hub, gino, { provider: gino, receiver: ida, minutes: 60 });
  const page = await pageOf(ida);
  const elsewhere = await as(gino.person);
  const waiting = 'query W($a: ID!) { viewer { account(id: $a) { exchanges(first: 1) { edges { node { id } } } } } }';
  const { data } = await elsewhere.ask<{
    viewer: { account: { exchanges: { edges: readonly { node: { id: string } }[] } } };
  }>(waiting, { a: gino.account });
  const exchange = data.viewer.account.exchanges.edges[0]?.node.id;
  await done(elsewhere, 'withdrawExchange', 'exchange { id }', { exchange });
  await page.getByRole('button', { name: 'Conferma' }).click();
  await page.locator('.result', { hasText: /È già stato ritirato (il |l’).* da Gino Neri\./ }).waitFor();
  expect(await balanceOf(page)).toBe('In pari');
  await page.context().close();
}, 60_000);

async function pageOf(neighbour: Awaited<ReturnType<Hub['admit']>>): Promise<Page> {
  const page = await (await openDevice()).newPage();
  await signIn(page, hub.page, neighbour);
  return page;
}

const balanceOf = (page: Page) => page.locator('.balance-figure').textContent();

test('other minutes are proposed, and whoever logged first confirms them', async () => {
  const [ada, bice] = [await hub.admit('Ada Neri'), await hub.admit('Bice Riva')];
  await log(hub, ada, { provider: ada, receiver: bice, minutes: 120 });
  const hers = await pageOf(bice);
  await hers.getByRole('button', { name: 'Non va bene' }).click();
  await hers.getByRole('radio', { name: 'Le ore non sono giuste' }).check();
  await hers.getByRole('radio', { name: 'un’ora', exact: true }).check();
  await hers.getByRole('button', { name: 'Proponi 1 h' }).click();
  await hers.locator('.result', { hasText: 'Proposto. Ada deve dire se va bene.' }).waitFor();

  const other = await pageOf(ada);
  await other.getByText('Bice Riva propone 1 h invece di 2 h').waitFor();
  await other.getByRole('button', { name: 'Conferma' }).click();
  await other.locator('.result', { hasText: 'Confermato. Ora hai 1 h a credito.' }).waitFor();
  await other.locator('.balance-figure', { hasText: /^1\s*h$/ }).waitFor();
  await Promise.all([hers.context().close(), other.context().close()]);
}, 60_000);

test('a claim is declined with a reason that the other reads, and no hours move', async () => {
  const [carlo, dina] = [await hub.admit('Carlo Neri'), await hub.admit('Dina Riva')];
  await log(hub, carlo, { provider: carlo, receiver: dina, minutes: 60 });
  const page = await pageOf(dina);
  await page.getByRole('button', { name: 'Non va bene' }).click();
  await page.getByRole('button', { name: 'Rifiuta' }).click();
  await page.getByText('Scegli un motivo.').first().waitFor();
  await page.getByRole('radio', { name: 'Altro' }).check();
  await page.getByRole('button', { name: 'Rifiuta' }).click();
  await page.getByText('Con Altro scrivi due parole.').first().waitFor();
  await page.getByLabel('Spiega in due parole').fill('Era la settimana prima');
  await page.getByRole('button', { name: 'Rifiuta' }).click();
  await page.locator('.result', { hasText: 'Rifiutato. Carlo vede il motivo' }).waitFor();
  expect(await balanceOf(page)).toBe('In pari');
  await page.context().close();
}, 60_000);

test('what waits is withdrawn after one question, and focus stays where the hand was', async () => {
  const [elio, fosca] = [await hub.admit('Elio Neri'), await hub.admit('Fosca Riva')];
  await log(hub, elio, { provider: elio, receiver: fosca, minutes: 60 });
  const page = await pageOf(elio);
  await page.getByRole('button', { name: 'Ritira' }).click();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(focused)).toBe('Ritira');
  await page.getByRole('button', { name: 'Ritira' }).click();
  await page.getByRole('button', { name: 'Sì, ritira' }).click();
  await page.locator('.result', { hasText: 'Ritirato. Nessuna ora è passata.' }).waitFor();
  expect(await page.evaluate(focused)).toBe('Ritirato. Nessuna ora è passata.');
  await page.context().close();
}, 60_000);

function focused(): string {
  return document.querySelector('banca-tempo')?.shadowRoot?.activeElement?.textContent.trim() ?? '';
}

test('on a wide page a name that is found has the line to itself', async () => {
  const [ugo, maria] = [await hub.admit('Ugo Neri'), await hub.admit('Maria Antonietta Bruni')];
  await log(hub, ugo, { provider: ugo, receiver: maria, minutes: 60 });
  const page = await (await openDevice({ width: 1280 })).newPage();
  await signIn(page, hub.page, ugo);
  await page.getByRole('button', { name: 'Registra ore: ho dato' }).click();
  await page.getByRole('button', { name: 'Cerca un altro nome' }).click();
  await page.getByLabel('Nome o numero di socio').fill('bruni');
  const found = page.locator('.line .who', { hasText: 'Maria Antonietta Bruni' });
  expect((await found.boundingBox())?.width).toBeGreaterThan(300);
  await page.context().close();
}, 60_000);
