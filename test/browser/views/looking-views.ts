import type { Page } from 'playwright-core';
import { button, type View } from './view.js';

/** Where a member looks, and answers. */
export const lookingViews: readonly View[] = [
  { name: 'home', open: () => Promise.resolve() },
  {
    name: 'decline',
    open: async (page: Page): Promise<void> => {
      await button(page, /^(Non va bene|Not right)$/)
        .first()
        .click();
      await page.getByRole('radio', { name: /Le ore non sono giuste|The hours are wrong/ }).check();
      await page
        .getByRole('radio', { name: /^(Altro|Other)$/ })
        .last()
        .check();
    },
  },
  {
    name: 'history',
    open: async (page: Page): Promise<void> => {
      await button(page, /^(Storico|History)$/).click();
      await page.getByLabel(/Vai al mese|Go to month/).waitFor();
    },
  },
  {
    name: 'statement',
    open: async (page: Page): Promise<void> => {
      await button(page, /^(Estratto conto|Statement)$/).click();
      await page.getByRole('radio', { name: /Scegli le date|Choose dates/ }).check();
      await page.getByText(/righe\.$|lines\.$/).waitFor();
    },
  },
  {
    name: 'exchange',
    open: async (page: Page): Promise<void> => {
      await page.locator('button.line').first().click();
      await page.getByRole('heading', { name: /Che cosa è successo|What happened/ }).waitFor();
    },
  },
  {
    name: 'profile',
    open: async (page: Page): Promise<void> => {
      await button(page, /^(Profilo|Profile)$/).click();
      await page.getByRole('heading', { name: /Limiti del conto|Limits/ }).waitFor();
    },
  },
  {
    name: 'profile-open',
    open: async (page: Page): Promise<void> => {
      await button(page, /^(Profilo|Profile)$/).click();
      await page.getByRole('heading', { name: /Limiti del conto|Limits/ }).waitFor();
      for (const row of await page.locator('summary').all()) await row.click();
      await button(page, /^(Cancella i miei dati|Erase my data)$/).click();
      await page.getByLabel(/scrivi CANCELLA|write ERASE/).fill('x');
      await button(page, /^(Cancella i miei dati|Erase my data)$/).click();
      await page
        .getByText(/tutto maiuscolo|all in capitals/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'withdraw',
    open: async (page: Page): Promise<void> => {
      await button(page, /^(Ritira|Withdraw)$/)
        .first()
        .click();
      await button(page, /^(Sì, ritira|Yes, withdraw)$/).waitFor();
    },
  },
  {
    name: 'away',
    open: async (page: Page): Promise<void> => {
      await page.context().setOffline(true);
      await button(page, /^(Storico|History)$/).click();
      await button(page, /^(Riprova|Try again)$/).waitFor();
    },
  },
];
