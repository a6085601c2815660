import type { Page } from 'playwright-core';
import { done } from '../e2e/bank.js';
import { mailTo } from '../e2e/mails.js';
import { closeBrowser, openDevice, signIn } from './browser.js';
import { openHub, type Hub, type Neighbour } from './hub.js';
import { downloaded } from './downloaded.js';

let hub: Hub;
let ada: Neighbour;
let page: Page;
beforeAll(async () => {
  hub = await openHub('profilo');
  ada = await hub.admit('Ada Neri');
  const floor = { kind: 'HARD', minutes: -300 };
  const version = 'query V($a: ID!) { viewer { account(id: $a) { version } } }';
  const { data } = await hub.bank.administrator.ask<{ viewer: { account: { version: number } } }>(version, {
    a: ada.account,
  });
  const input = {
    account: ada.account,
    floor,
    reason: 'Così ha chiesto',
    expectedVersion: data.viewer.account.version,
  };
  await done(hub.bank.administrator, 'setLimits', 'limits { version }', input);
  page = await (await openDevice()).newPage();
  await signIn(page, hub.page, ada);
}, 60_000);
afterAll(closeBrowser);
beforeEach(async () => {
  await page.reload();
  await page.getByRole('button', { name: 'Profilo', exact: true }).click();
}, 30_000);

const openRow = (title: string) => page.getByRole('heading', { name: title }).click();

test('an address that is none is refused where it stands, and another one is kept once its code is typed', async () => {
  await openRow('I miei recapiti');
  expect(await page.getByLabel('E-mail', { exact: true }).inputValue()).toBe(ada.email);
  await page.getByText('Chi li vede: solo lo sportello.').waitFor();
  await page.getByLabel('E-mail', { exact: true }).fill('ada');
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByText('Controlla l’e-mail: per esempio nome@posta.it.').first().waitFor();
  const email = `nuova.${ada.email}`;
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Nome e cognome').fill('Ada Bianchi');
  await page.getByRole('button', { name: 'Salva' }).click();
  await page.getByText('Finché non lo scrivi qui vale l’indirizzo di prima.').first().waitFor();
  await page.getByRole('heading', { name: /^Ada Bianchi, socio n\. / }).waitFor();
  await page.getByLabel('Codice di 6 cifre').fill('12');
  await page.getByRole('button', { name: 'Conferma l’e-mail' }).click();
  await page.getByText('Il codice non è giusto: controlla e riprova.').first().waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Profilo', exact: true }).click();
  await page.getByText(`Ti abbiamo mandato un codice a ${email}.`).waitFor();
  await page.getByText(/^Vale fino all(e |’)\d\d:\d\d\.$/).waitFor();
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(email);
  const { subject } = await mailTo(email, /^Conferma questo indirizzo/);
  await page.getByLabel('Codice di 6 cifre').fill(subject.slice(-6));
  await page.getByRole('button', { name: 'Conferma l’e-mail' }).click();
  await page.getByText(`Confermato. D’ora in poi ti scriviamo a ${email}.`).first().waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Profilo', exact: true }).click();
  await openRow('I miei recapiti');
  expect(await page.getByLabel('E-mail', { exact: true }).inputValue()).toBe(email);
  expect(await page.getByLabel('Codice di 6 cifre').count()).toBe(0);
}, 30_000);

test('a code that is over is asked for no more, nor is it after somebody signed out', async () => {
  const device = await openDevice();
  const bice = await hub.admit('Bice Riva');
  const own = await device.newPage();
  const openProfile = async () => {
    await own.getByRole('button', { name: 'Profilo', exact: true }).click();
    await own.getByRole('heading', { name: 'I miei recapiti' }).waitFor();
  };
  const ask = async () => {
    await own.getByRole('heading', { name: 'I miei recapiti' }).click();
    await own.getByLabel('E-mail', { exact: true }).fill(`nuova.${bice.email}`);
    await own.getByRole('button', { name: 'Salva' }).click();
    await own.getByLabel('Codice di 6 cifre').waitFor();
  };
  await signIn(own, hub.page, bice);
  await openProfile();
  await ask();
  await own.clock.install({ time: Date.now() + 11 * 60_000 });
  await own.reload();
  await openProfile();
  expect(await own.getByLabel('Codice di 6 cifre').count()).toBe(0);
  await ask();
  await own.getByRole('button', { name: 'Esci' }).first().click();
  await signIn(own, hub.page, bice);
  await openProfile();
  expect(await own.getByLabel('Codice di 6 cifre').count()).toBe(0);
  await device.close();
}, 30_000);

test('mails that one may do without are turned off, and that it is one’s turn is always told', async () => {
  await openRow('Avvisi per e-mail');
  expect(await page.getByRole('checkbox', { name: 'Quando tocca a me confermare (sempre)' }).isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: 'Promemoria' }).uncheck();
  await page.getByText('Salvato.').first().waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Profilo', exact: true }).click();
  await openRow('Avvisi per e-mail');
  expect(await page.getByRole('checkbox', { name: 'Promemoria' }).isChecked()).toBe(false);
  expect(await page.getByRole('checkbox', { name: 'Quando le ore passano' }).isChecked()).toBe(true);
}, 30_000);

test('limits are said with who changed them, and why', async () => {
  await openRow('Limiti del conto');
  await page.getByText(/^Puoi arrivare a 5\sh a debito\.$/).waitFor();
  await page.getByText(/«Così ha chiesto»$/).waitFor();
}, 30_000);

test('whoever erases writes a word for it, and takes the certificate along', async () => {
  await openRow('I miei dati');
  await page.getByRole('button', { name: 'Cancella i miei dati' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Cancella i miei dati' }).click();
  await page.getByLabel('Per cancellare scrivi CANCELLA').fill('cancella');
  await page.getByRole('button', { name: 'Cancella i miei dati' }).click();
  await page.getByText('Scrivi CANCELLA, tutto maiuscolo.').first().waitFor();
  await page.getByLabel('Per cancellare scrivi CANCELLA').fill('CANCELLA');
  await page.getByRole('button', { name: 'Cancella i miei dati' }).click();
  await page.getByRole('heading', { name: 'Fatto. I tuoi dati sono cancellati.' }).waitFor();
  expect(await page.getByText('Ada Bianchi').count()).toBe(0);
  const { file, bytes } = await downloaded(page, 'Scarica il certificato');
  expect(file.suggestedFilename()).toBe('certificato.html');
  expect(bytes.toString('utf8')).toContain('<html');
  await page.getByRole('button', { name: 'Torna all’inizio' }).click();
  await page.getByLabel('La tua e-mail').waitFor();
}, 30_000);
