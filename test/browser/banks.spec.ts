import { closeBrowser, openDevice, signIn } from './browser.js';
import { inTheWay } from './sights.js';
import { openHub } from './hub.js';
import { openSister } from './sister.js';

afterAll(closeBrowser);

test('who is a member of two banks finds each beside the other, and its hours in it alone', async () => {
  const hub = await openHub('banche');
  const ada = await hub.admit('Ada Neri');
  const sister = await openSister(hub, 'Banca di Volpiano', ada);
  const page = await (await openDevice()).newPage();
  await signIn(page, hub.page, ada);
  await page.getByText('Fai parte anche di Banca di Volpiano. Le ore di una banca valgono solo lì.').waitFor();
  expect(await page.getByRole('link', { name: 'Apri Banca di Volpiano' }).getAttribute('href')).toBe(sister);
  expect(await inTheWay(page)).toEqual([]);
  await page.context().close();
}, 60_000);
