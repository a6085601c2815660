import { linkIn, mailTo } from '../e2e/mails.js';
import { closeBrowser, openDevice, reload, signIn } from './browser.js';
import { openHub } from './hub.js';

afterAll(closeBrowser);

test('one logs, the other confirms from the mail’s page, where no script runs, and both balances move', async () => {
  const hub = await openHub('storia');
  const [carla, lucia] = [await hub.admit('Carla Ferri'), await hub.admit('Lucia Bianchi')];
  const [hers, other, plain] = [await openDevice(), await openDevice(), await openDevice({ hasScript: false })];
  const [page, second] = [await hers.newPage(), await other.newPage()];
  await signIn(page, hub.page, carla);

  await page.getByRole('button', { name: 'Registra ore: ho dato' }).click();
  await page.getByRole('radio', { name: 'Lucia Bianchi' }).check();
  await page.getByRole('radio', { name: 'un’ora e 30 minuti' }).check();
  await page.getByText('Lucia riceve una e-mail per confermare.').waitFor();
  await page.getByRole('button', { name: 'Invia' }).click();
  await page.getByText('Ora tocca a Lucia').first().waitFor();

  const mailed = await plain.newPage();
  await mailed.goto(linkIn(await mailTo(lucia.email, /confermi\?$/), 'conferma'));
  await mailed.getByRole('heading', { name: 'Carla Ferri dice di averti dato 1 h 30 min' }).waitFor();
  await mailed.getByText('Dopo avrai 1 h 30 min a debito.').waitFor();
  await mailed.getByRole('button', { name: 'Conferma' }).click();
  await mailed.getByText('Ora hai 1 h 30 min a debito.').waitFor();
  await mailed.getByText('Carla lo sa già.').waitFor();
  await signIn(second, hub.page, lucia);
  await second.locator('.balance-figure', { hasText: '1 h 30 min' }).waitFor();
  expect(await second.locator('.balance-side').textContent()).toBe('a debito');

  await page.getByRole('button', { name: 'Torna al conto' }).click();
  await reload(page);
  await page.locator('.balance-figure', { hasText: '1 h 30 min' }).waitFor();
  expect(await page.locator('.balance-side').textContent()).toBe('a credito');
  await Promise.all([hers.close(), other.close(), plain.close()]);
}, 60_000);
