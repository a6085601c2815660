import type { Page, Route } from 'playwright-core';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { openHub } from './hub.js';

let page: Page;
beforeAll(async () => {
  const hub = await openHub('attesa');
  const ada = await hub.admit('Ada Neri');
  await hub.admit('Bice Riva');
  page = await (await openDevice()).newPage();
  await signIn(page, hub.page, ada);
}, 60_000);
afterAll(closeBrowser);

/** The next question of the page, which waits for its answer until it is let go. */
async function held(address: RegExp): Promise<() => Promise<void>> {
  let stopped: (route: Route) => void = () => undefined;
  const waiting = new Promise<Route>((resolve) => (stopped = resolve));
  await page.route(address, stopped, { times: 1 });
  return async () => (await waiting).continue();
}

/** Where each control stands. */
function places(): readonly string[] {
  const controls = document.querySelector('banca-tempo')?.shadowRoot?.querySelectorAll('button, a, .balance-figure');
  return [...(controls ?? [])].map((each) => `${each.id} ${JSON.stringify(each.getBoundingClientRect())}`);
}

test('what the last visit saw stands there with its time until the answer comes, and then nothing moves', async () => {
  const letGo = await held(/\/auth\/refresh$/);
  await page.reload();
  await page
    .getByText(/^Il tuo saldo · Aggiornato all(e |’)\d\d:\d\d$/)
    .first()
    .waitFor();
  expect(await page.locator('.balance-figure').textContent()).toBe('In pari');
  const before = await page.evaluate(places);
  expect(before.length).toBeGreaterThan(5);
  await letGo();
  await page.getByText('Il tuo saldo', { exact: true }).waitFor();
  expect(await page.getByText('Aggiornato alle').count()).toBe(0);
  expect(await page.evaluate(places)).toEqual(before);
}, 30_000);

test('who is signed out meanwhile sees nothing of it any more', async () => {
  const kept = await page.evaluate(() => JSON.stringify(Object.fromEntries(Object.entries(sessionStorage))));
  await page.route(/\/auth\/refresh$/, (route) => route.fulfill({ status: 401, json: {} }), { times: 1 });
  await page.reload();
  await page.getByLabel('La tua e-mail').waitFor();
  expect(await page.getByText(/Ada Neri|In pari/).count()).toBe(0);
  await page.evaluate((before) => {
    Object.assign(sessionStorage, JSON.parse(before));
  }, kept);
}, 30_000);

test('a button that sends says so after 400 ms, in the place of its words and as wide as before', async () => {
  await page.reload();
  await page.getByRole('button', { name: 'Registra ore: ho dato' }).click();
  await page.getByRole('radio', { name: 'Bice Riva' }).check();
  await page.getByRole('radio', { name: 'un’ora', exact: true }).check();
  const send = page.locator('#send');
  const size = () => send.evaluate(({ offsetWidth, offsetHeight }: HTMLElement) => [offsetWidth, offsetHeight]);
  const before = await size();
  const letGo = await held(/\/graphql$/);
  await send.click();
  await page.locator('#send[aria-disabled=true]').waitFor();
  for (const [ms, words] of [
    [399, 'Invia'],
    [401, 'Invio in corso…'],
  ] as const) {
    await send.evaluate((button, at) => {
      for (const animation of button.getAnimations({ subtree: true })) {
        animation.pause();
        animation.currentTime = at;
      }
    }, ms);
    expect(await page.locator('banca-tempo').ariaSnapshot()).toContain(`button "${words}"`);
    expect(await size()).toEqual(before);
  }
  await letGo();
  await page.getByText('Ora tocca a Bice').first().waitFor();
}, 30_000);
