import type { Page } from 'playwright-core';
import { codesSentTo } from '../e2e/signing-in.js';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { openHub, type Hub, type Neighbour } from './hub.js';

let hub: Hub;
let ada: Neighbour;
let bice: Neighbour;
beforeAll(async () => {
  hub = await openHub('scaduto');
  [ada, bice] = [await hub.admit('Ada Neri'), await hub.admit('Bice Riva')];
}, 60_000);
afterAll(closeBrowser);

const expired = { status: 401, json: { errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] } };
const answers = /\/(graphql|auth\/refresh)$/;

/** Ada has filled in the form when her sign-in is over. */
async function expiredInTheForm(time: string): Promise<Page> {
  const page = await (await openDevice()).newPage();
  await signIn(page, hub.page, ada);
  await page.getByRole('button', { name: 'Registra ore: ho dato' }).click();
  await page.getByRole('radio', { name: 'Bice Riva' }).check();
  await page.getByRole('radio', { name: time, exact: true }).check();
  await page.route(answers, (route) => route.fulfill(expired));
  await page.getByRole('button', { name: 'Invia' }).click();
  await page.getByText('Per sicurezza devi rientrare.').first().waitFor();
  await page.unroute(answers);
  return page;
}

async function signInAgain(page: Page, { email }: Neighbour): Promise<void> {
  const before = (await codesSentTo(email, 0)).length;
  await page.getByLabel('La tua e-mail').fill(email);
  await page.getByRole('button', { name: 'Mandami il codice' }).click();
  const [code = ''] = await codesSentTo(email, before + 1);
  await page.getByLabel('Codice di 6 cifre').fill(code);
  await page.getByRole('button', { name: 'Entra', exact: true }).click();
}

test('a sign-in that is over in the middle of a form loses nothing, and sends nothing by itself', async () => {
  const page = await expiredInTheForm('un’ora');
  await signInAgain(page, ada);
  await page.getByText('Di nuovo dentro. Premi Invia.').first().waitFor();
  expect(await page.getByRole('radio', { name: 'Bice Riva' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Invia' }).click();
  await page.getByText('Ora tocca a Bice').first().waitFor();
  await page.context().close();
}, 60_000);

test('another person who signs in finds the form emptied', async () => {
  const page = await expiredInTheForm('2 ore');
  await signInAgain(page, bice);
  await page.getByText('Il modulo era di un’altra persona').first().waitFor();
  await page.getByRole('heading', { name: 'Registra ore' }).waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  await page.context().close();
}, 60_000);

test('a server that is away is said in one sentence with one way on', async () => {
  const page = await (await openDevice()).newPage();
  await page.route(answers, (route) => route.abort());
  await page.route(/\/embed\/v1\//, (route) => route.abort());
  await page.goto(hub.page);
  await page.getByText('Il servizio non risponde. Le tue ore sono al sicuro.').waitFor();
  await page.unroute(answers);
  await page.getByRole('button', { name: 'Riprova' }).click();
  await page.getByLabel('La tua e-mail').waitFor();
  await page.context().close();
}, 30_000);

test.each([-1, 1])(
  'a device that is %i day off is told so, and logs on the day of the bank',
  async (days) => {
    const page = await (await openDevice()).newPage();
    await page.clock.setSystemTime(Date.now() + days * 86_400_000);
    await signIn(page, hub.page, ada);
    await page
      .getByText(/Su questo dispositivo è (il |l’).*; per la banca è (il |l’).*\. Usiamo la data della banca\./)
      .waitFor();
    await page.context().close();
  },
  30_000,
);
