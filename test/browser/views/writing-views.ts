import type { Page } from 'playwright-core';
import { button, type View } from './view.js';

/** The form, filled in. @param minutes as the chip says them */
async function fillIn(page: Page, minutes: RegExp, direction = /: (ho dato|I gave)$/): Promise<void> {
  await button(page, direction).click();
  await page.getByRole('radio', { name: 'Carla Ferri' }).check();
  await page.getByRole('radio', { name: minutes }).check();
}

const send = (page: Page) => button(page, /^(Invia|Send)$/).click();

/** Where a member writes something, and what comes of it; the last signs the tab out. */
export const writingViews: readonly View[] = [
  {
    name: 'log',
    open: async (page: Page): Promise<void> => {
      await button(page, /: (ho dato|I gave)$/).click();
      await page
        .getByRole('group', { name: /A chi|To whom/ })
        .getByRole('radio')
        .first()
        .check();
      await page.getByRole('radio', { name: /^(Altro|Other)$/ }).check();
      await page.getByLabel(/^(Ore|Hours)$/).fill('3');
      await button(page, /^(Aggiungi|Add)$/).click();
    },
  },
  {
    name: 'search',
    open: async (page: Page): Promise<void> => {
      await button(page, /: (ho ricevuto|I received)$/).click();
      await button(page, /Cerca un altro nome|Search another name/).click();
      await page.getByLabel(/Nome o numero|Name or member/).fill('ro');
      await page
        .getByText(/persone|people|Una persona|One person/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'missing',
    open: async (page: Page): Promise<void> => {
      await button(page, /: (ho dato|I gave)$/).click();
      await button(page, /^(Invia|Send)$/).click();
      await page.getByText(/Manca qualcosa|Something is missing/).waitFor();
    },
  },
  {
    name: 'done',
    open: async (page: Page): Promise<void> => {
      await fillIn(page, /^(2 ore|2 hours)$/);
      await send(page);
      await page
        .getByText(/Ora tocca a Carla|it is Carla’s turn/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'again',
    open: async (page: Page): Promise<void> => {
      await fillIn(page, /^(2 ore|2 hours)$/);
      await send(page);
      await button(page, /^(Sì, invia|Yes, send)$/).waitFor();
    },
  },
  {
    name: 'done-offline',
    open: async (page: Page): Promise<void> => {
      await fillIn(page, /^(30 minuti|30 minutes)$/);
      await page.context().setOffline(true);
      await send(page);
      await page
        .getByText(/Scritto su questo dispositivo|Written on this device/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'outbox',
    open: async (page: Page): Promise<void> => {
      await fillIn(page, /^(un’ora e 30 minuti|one hour and 30 minutes)$/);
      await page.context().setOffline(true);
      await send(page);
      await button(page, /^(Torna al conto|Back to my account)$/).click();
      await page.getByRole('heading', { name: /^(Da inviare|To send)/ }).waitFor();
    },
  },
  {
    name: 'leaving',
    open: async (page: Page): Promise<void> => {
      await fillIn(page, /^(un’ora|one hour)$/);
      await page.context().setOffline(true);
      await send(page);
      await page
        .getByText(/Scritto su questo dispositivo|Written on this device/)
        .first()
        .waitFor();
      await button(page, /^(Esci|Sign out)$/).click();
      await button(page, /^(Esci lo stesso|Sign out anyway)$/).waitFor();
    },
  },
  {
    name: 'expired',
    open: async (page: Page): Promise<void> => {
      await fillIn(page, /^(30 minuti|30 minutes)$/, /: (ho ricevuto|I received)$/);
      const over = { status: 401, json: { errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] } };
      await page.route(/\/(graphql|auth\/refresh)$/, (route) => route.fulfill(over));
      await send(page);
      await page.getByLabel(/La tua e-mail|Your e-mail/).waitFor();
    },
  },
];
