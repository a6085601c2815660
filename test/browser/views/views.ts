import type { Page } from 'playwright-core';
import { lookingViews } from './looking-views.js';
import type { View } from './view.js';
import { writingViews } from './writing-views.js';

/** Whatever was done before: with network, and with an element that begins anew in the page that is loaded already. */
export async function backHome(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.locator('banca-tempo').evaluate((element) => {
    const anew = element.cloneNode() as Element;
    anew.removeAttribute('lang');
    element.replaceWith(anew);
  });
  // What was seen last, with its time, has made way for what is so now.
  await page.getByText(/^(Il tuo saldo|Your balance)$/).waitFor();
}

/** Every view of a member who has claims to answer, one that waits, and a past; each from home. */
export const memberViews: readonly View[] = [...lookingViews, ...writingViews];
