import type { Page } from 'playwright-core';
import { closeBrowser, openDevice, reload, signIn } from './browser.js';
import { openHub, type Hub, type Neighbour } from './hub.js';
import { log } from './lived-in.js';

/** A hand that counts what it touches. */
class Hand {
  taps = 0;

  constructor(private readonly page: Page) {}

  async press(role: 'button' | 'radio', name: string | RegExp): Promise<void> {
    this.taps += 1;
    const target = this.page.getByRole(role, { name, exact: typeof name === 'string' });
    if (role === 'radio') await target.first().check();
    else await target.first().click();
  }
}

let hub: Hub;
let ada: Neighbour;
let bice: Neighbour;
let page: Page;
let hand: Hand;
beforeAll(async () => {
  hub = await openHub('tocchi');
  [ada, bice] = [await hub.admit('Ada Neri'), await hub.admit('Bice Riva')];
  page = await (await openDevice()).newPage();
  await signIn(page, hub.page, ada);
}, 60_000);
beforeEach(async () => {
  await reload(page);
  await page.getByRole('heading', { name: 'Registra ore' }).waitFor();
  hand = new Hand(page);
}, 30_000);
afterAll(closeBrowser);

test('the balance is there without a tap', async () => {
  expect(await page.locator('.balance-figure').textContent()).toBe('In pari');
});

test.each(['ho dato', 'ho ricevuto'])(
  'logging takes four taps: %s',
  async (direction) => {
    await hand.press('button', `Registra ore: ${direction}`);
    await hand.press('radio', 'Bice Riva');
    await hand.press('radio', '30 minuti');
    await hand.press('button', 'Invia');
    await page.getByText('Ora tocca a Bice').first().waitFor();
    expect(hand.taps).toBe(4);
  },
  30_000,
);

test('a statement takes two', async () => {
  const file = page.waitForEvent('download');
  await hand.press('button', 'Estratto conto');
  await hand.press('button', 'Scarica PDF');
  await file;
  expect(hand.taps).toBe(2);
}, 30_000);

test('withdrawing takes two', async () => {
  await hand.press('button', 'Ritira');
  await hand.press('button', 'Sì, ritira');
  await page.locator('.result').waitFor();
  expect(hand.taps).toBe(2);
}, 30_000);

test.each([
  { what: 'confirming', taps: 1, presses: [['button', 'Conferma']] },
  {
    what: 'declining',
    taps: 3,
    presses: [
      ['button', 'Non va bene'],
      ['radio', 'Non è successo'],
      ['button', 'Rifiuta'],
    ],
  },
  {
    what: 'answering with other minutes',
    taps: 4,
    presses: [
      ['button', 'Non va bene'],
      ['radio', 'Le ore non sono giuste'],
      ['radio', 'un’ora'],
      ['button', 'Proponi 1 h'],
    ],
  },
] as const)(
  '$what takes $taps',
  async ({ taps, presses }) => {
    await log(hub, bice, { provider: bice, receiver: ada, minutes: 90 });
    await reload(page);
    await page.getByText('Il tuo saldo', { exact: true }).waitFor();
    for (const [role, name] of presses) await hand.press(role, name);
    await page.locator('article .result').waitFor();
    expect(hand.taps).toBe(taps);
  },
  30_000,
);
