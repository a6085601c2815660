import type { Page } from 'playwright-core';
import { linkIn, mailTo } from '../e2e/mails.js';
import { closeBrowser, openDevice } from './browser.js';
import { foundIn } from './found.js';
import { openHub, type Hub, type Neighbour } from './hub.js';
import { log, openDesk } from './lived-in.js';

let hub: Hub;
let carla: Neighbour;
beforeAll(async () => {
  hub = await openHub('posta-vista');
  await openDesk(hub);
  carla = await hub.admit('Carla Ferri');
}, 60_000);
afterAll(closeBrowser);

const clear = { violations: [], isCut: false };

/** As small as a window gets, and with text of twice the size. */
async function look(page: Page): Promise<void> {
  for (const size of ['100%', '200%']) {
    await page.evaluate((asked) => (document.documentElement.style.fontSize = asked), size);
    expect({ at: page.url(), size, ...(await foundIn(page)) }).toEqual({ at: page.url(), size, ...clear });
  }
}

test.each([
  ['it', 'it-IT'],
  ['en', 'en-GB'],
] as const)(
  'on the pages that a mail and the foot lead to, in %s, nothing is in the way',
  async (short, language) => {
    const lucia = await hub.admit(`Lucia ${short}`, short);
    await log(hub, carla, { provider: carla, receiver: lucia, minutes: 90 });
    const link = linkIn(await mailTo(lucia.email, /confermi|is that right/), 'conferma');
    const page = await (await openDevice({ width: 320, language })).newPage();
    await page.goto(link);
    await look(page);
    await page.getByText(/^(Non va bene|Not right)/).click();
    await look(page);
    await page.getByRole('button', { name: /^(Rifiuta|Decline)$/ }).click();
    await page
      .getByText(/Scegli un motivo|Choose a reason/)
      .first()
      .waitFor();
    await look(page);
    await page.goto(link);
    await page.getByRole('button', { name: /^(Conferma|Confirm)$/ }).click();
    await page.getByRole('heading', { name: /^(Confermato|Confirmed)\.$/ }).waitFor();
    await look(page);
    for (const address of [link, `${link}x`, `${hub.page}/privacy`, `${hub.page}/accessibility`]) {
      await page.goto(address);
      await look(page);
    }
    await log(hub, lucia, { provider: lucia, receiver: carla, minutes: 150, confirmedBy: carla });
    await page.goto(linkIn(await mailTo(lucia.email, /hai dato|you gave/), 'avvisi'));
    await look(page);
    await page.getByRole('button', { name: /^(Togli questo avviso|Turn it off)$/ }).click();
    await page.getByRole('button', { name: /^(Rimetti questo avviso|Turn it on again)$/ }).waitFor();
    await look(page);
    await page.context().close();
  },
  60_000,
);
