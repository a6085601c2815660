import { button, type View } from './view.js';

/** From home, for good: nothing of them is left but a certificate. */
export const erased: View = {
  name: 'erased',
  open: async (page): Promise<void> => {
    await button(page, /^(Profilo|Profile)$/).click();
    await page.getByRole('heading', { name: /I miei dati|My data/ }).click();
    await button(page, /^(Cancella i miei dati|Erase my data)$/).click();
    const word = page.getByLabel(/scrivi CANCELLA|write ERASE/);
    await word.fill((await page.getByLabel(/write ERASE/).count()) > 0 ? 'ERASE' : 'CANCELLA');
    await button(page, /^(Cancella i miei dati|Erase my data)$/).click();
    await page.getByRole('heading', { name: /I tuoi dati sono cancellati|Your data are erased/ }).waitFor();
  },
};
