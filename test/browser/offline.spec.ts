import type { Page } from 'playwright-core';
import { closeBrowser, openDevice, reload, signIn } from './browser.js';
import { openHub, type Hub, type Neighbour } from './hub.js';

let hub: Hub;
let ada: Neighbour;
let bice: Neighbour;
beforeAll(async () => {
  hub = await openHub('senza-rete');
  [ada, bice] = [await hub.admit('Ada Neri'), await hub.admit('Bice Riva')];
}, 60_000);
afterAll(closeBrowser);

/** Signed in, and the page with its script is on the device. */
async function ready(neighbour: Neighbour): Promise<Page> {
  const page = await (await openDevice()).newPage();
  await signIn(page, hub.page, neighbour);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await page.getByRole('heading', { name: 'Registra ore' }).waitFor();
  return page;
}

async function logWithoutNetwork(page: Page, time: string): Promise<void> {
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('Sei senza rete.').first().waitFor();
  await page
    .getByText(/Il tuo saldo all(e |’)\d\d:\d\d/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Registra ore: ho dato' }).click();
  await page.getByRole('radio', { name: 'Bice Riva' }).check();
  await page.getByRole('radio', { name: time, exact: true }).check();
  await page.getByRole('button', { name: 'Invia' }).click();
  await page.getByText('Scritto su questo dispositivo.').first().waitFor();
  await page.getByRole('button', { name: 'Torna al conto' }).click();
  await page.getByRole('heading', { name: 'Da inviare (1)' }).waitFor();
}

/** All that the browser keeps of us: keys that it does not give away, and what they seal. */
async function whatIsKept(): Promise<{ names: readonly string[]; extractable: readonly boolean[]; text: string }> {
  const opening = indexedDB.open('banca-tempo');
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const asked = opening.result.transaction('shelf').objectStore('shelf').getAll();
  await new Promise((resolve) => (asked.onsuccess = resolve));
  opening.result.close();
  const all = asked.result as readonly (CryptoKey | { readonly sealed: Sealed } | Sealed)[];
  const keys = all.filter((each) => each instanceof CryptoKey);
  const texts = all.flatMap((each) => ('text' in each ? [each.text] : 'sealed' in each ? [each.sealed.text] : []));
  return {
    names: all.map((each) => each.constructor.name),
    extractable: keys.map(({ extractable }) => extractable),
    text: JSON.stringify(all) + texts.map((text) => new TextDecoder().decode(text)).join(),
  };
}
interface Sealed {
  readonly text: ArrayBuffer;
}

const waiting = (page: Page) => page.getByRole('heading', { name: /^Aspetti risposta/ });

test('what is logged without network waits on the device, and is sent once when the network is back', async () => {
  const page = await ready(ada);
  await logWithoutNetwork(page, 'un’ora');
  expect(await page.locator('.balance-figure').textContent()).toBe('In pari');
  const kept = await page.evaluate(whatIsKept);
  expect(kept.names).toContain('CryptoKey');
  expect(kept.extractable).toEqual([false]);
  expect(kept.text).not.toMatch(/Bice|minutes|displayName/);
  await page.context().setOffline(false);
  await page
    .getByText(/^Inviato: hai dato 1.h a Bice Riva\.$/)
    .first()
    .waitFor();
  await reload(page);
  expect(await waiting(page).textContent()).toBe('Aspetti risposta (1)');
  await page.context().close();
}, 60_000);

test('a page that loses the network says of which time its balance is', async () => {
  const page = await ready(ada);
  await page.getByText('Il tuo saldo', { exact: true }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Registra ore: ho ricevuto' }).click();
  await page.getByRole('radio', { name: 'Bice Riva' }).check();
  await page.getByRole('radio', { name: '30 minuti', exact: true }).check();
  await page.getByRole('button', { name: 'Invia' }).click();
  await page.getByRole('button', { name: 'Torna al conto' }).click();
  expect(await page.locator('.balance-label').textContent()).toMatch(/^Il tuo saldo all(e |’)\d\d:\d\d$/);
  await page.getByRole('button', { name: 'Elimina' }).click();
  await page.context().close();
}, 60_000);

test('another person who signs in sends nothing of it, and its author does', async () => {
  const page = await ready(ada);
  await logWithoutNetwork(page, '2 ore');
  await page.getByRole('button', { name: 'Esci' }).click();
  await page.getByText('Una registrazione non è ancora partita.').waitFor();
  await page.getByRole('button', { name: 'Esci lo stesso' }).click();
  expect(await page.evaluate(() => Object.values(sessionStorage).join())).not.toContain('refresh');
  await page.context().setOffline(false);

  await signIn(page, hub.page, bice);
  expect(await page.getByText(/Da inviare/).count()).toBe(0);
  await page.getByRole('button', { name: 'Profilo', exact: true }).click();
  await page.getByRole('button', { name: 'Computer condiviso: cancella tutto da qui' }).click();
  await page.getByText('Una registrazione non è ancora partita.').waitFor();
  await page.getByRole('button', { name: 'Resta' }).click();
  await page.getByRole('button', { name: 'Esci' }).first().click();
  await page.getByText('Una registrazione aspetta di essere inviata.').waitFor();

  await signIn(page, hub.page, ada);
  await page
    .getByText(/^Inviato: hai dato 2.h a Bice Riva\.$/)
    .first()
    .waitFor();
  await page.context().close();
}, 60_000);
