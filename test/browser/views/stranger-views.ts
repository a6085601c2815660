import type { Page } from 'playwright-core';
import { button, type View } from './view.js';

/** What a stranger sees, each from the one before. @param email nobody's */
export function strangerViews(email: string): readonly View[] {
  const send = (page: Page) => button(page, /Mandami il codice|Send me the code/).click();
  return [
    { name: 'signed-out', open: (page) => page.getByLabel(/La tua e-mail|Your e-mail/).waitFor() },
    {
      name: 'signed-out-problem',
      open: async (page: Page): Promise<void> => {
        await send(page);
        await page
          .getByText(/Scrivi la tua e-mail|Write your e-mail/)
          .first()
          .waitFor();
      },
    },
    {
      name: 'signed-out-open',
      open: async (page: Page): Promise<void> => {
        for (const row of await page.locator('summary').all()) await row.click();
      },
    },
    {
      name: 'desk-code',
      open: async (page: Page): Promise<void> => {
        await button(page, /codice dello sportello|code from the desk/).click();
        await page.getByLabel(/Numero di socio|Member number/).waitFor();
      },
    },
    {
      name: 'code',
      open: async (page: Page): Promise<void> => {
        await button(page, /Indietro|Back/).click();
        await page.getByLabel(/La tua e-mail|Your e-mail/).fill(email);
        await send(page);
        await page.getByText(/Non è arrivato|It has not arrived/).click();
      },
    },
  ];
}
