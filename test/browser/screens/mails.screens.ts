import type { Page } from 'playwright-core';
import { inHours, letterOf } from '#notifications';
import { eventually } from '#testing';
import { done } from '../../e2e/bank.js';
import { linkIn, mailTo } from '../../e2e/mails.js';
import { as, serverUrl } from '../../e2e/server.js';
import { auth } from '../../e2e/signing-in.js';
import { closeBrowser, openDevice } from '../browser.js';
import { openHub, type Hub, type Neighbour } from '../hub.js';
import { openTown } from '../town.js';
import { log } from '../lived-in.js';
import { languages, picture } from './picture.js';

let town: Hub;
let carla: Neighbour;
beforeAll(async () => {
  town = await openTown('lettere.example');
  carla = await town.admit('Carla Ferri');
}, 60_000);
afterAll(closeBrowser);

const toConfirm = /confermi|is that right/;

describe.each(languages)('in %s', (language) => {
  let reader: Neighbour;
  let page: Page;
  beforeAll(async () => {
    reader = language === 'it-IT' ? await town.admit('Lucia Bianchi') : await town.admit('Emma Clarke', 'en');
    page = await (await openDevice({ language })).newPage();
  }, 30_000);
  afterAll(() => page.context().close());

  /** Carla says she gave time, and the reader is asked: each time for other minutes. */
  async function asked(minutes: number): Promise<{ readonly exchange: string; readonly link: string }> {
    const exchange = await log(town, carla, { provider: carla, receiver: reader, minutes });
    const about = new RegExp(`(ti ha dato|gave you) ${inHours(minutes).replaceAll('\u00a0', ' ')}:`);
    return { exchange, link: linkIn(await mailTo(reader.email, about), 'conferma') };
  }

  async function letter(name: string, about: RegExp, to = reader): Promise<void> {
    const { id } = await mailTo(to.email, about);
    await page.goto(`${serverUrl()}/demo/mail/${id}/letter`);
    await picture(page, name, language);
  }

  /** The page once it knows. */
  async function known(link: string, words: RegExp): Promise<void> {
    await eventually(async () => {
      await page.goto(link);
      if ((await page.getByRole('heading', { name: words }).count()) === 0) throw new Error('it is not known yet');
    });
  }

  const press = (name: RegExp) => page.getByRole('button', { name }).click();
  const shown = (words: RegExp) => page.getByRole('heading', { name: words }).waitFor();

  test('a code', async () => {
    await auth('code', { address: reader.email, hub: town.bank.hub }, { language: language === 'it-IT' ? 'it' : 'en' });
    await letter('mail-1-code', /codice|code/);
  }, 30_000);

  test('to confirm, and its page', async () => {
    const { link } = await asked(90);
    await letter('mail-2-to-confirm', toConfirm);
    await page.goto(link);
    await picture(page, 'confirm-waiting', language);
    await press(/^(Conferma|Confirm)$/);
    await shown(/^(Confermato|Confirmed)/);
    await picture(page, 'confirm-done', language);
    await known(link, /^(Hai già|You confirmed)/);
    await picture(page, 'confirm-already', language);
  }, 30_000);

  test('a reminder', async () => {
    const short = language === 'it-IT' ? 'it' : 'en';
    const { html } = letterOf('reminder', short, {
      ...{ bank: 'Banca del tempo di Settimo', hub: 'OpCafé Settimo', other: 'Carla Ferri', side: 'receiver' },
      ...{ minutes: '90', category: 'stiro', day: '2026-11-14', balance: '135', after: '45', until: '2026-12-15' },
      ...{ last: 'yes', link: town.page, unsubscribe: town.page },
    });
    await page.goto('about:blank');
    await page.setContent(html);
    await picture(page, 'mail-3-reminder', language);
  }, 30_000);

  test('hours moved, and how to get no more of it', async () => {
    await log(town, reader, { provider: reader, receiver: carla, minutes: 150, confirmedBy: carla });
    const about = /hai dato|you gave/;
    await letter('mail-4-hours-moved', about);
    await page.goto(linkIn(await mailTo(reader.email, about), 'avvisi'));
    await picture(page, 'unsubscribe', language);
    await press(/^(Togli questo avviso|Turn it off)$/);
    await shown(/Non ti avvisiamo più|no longer/);
    await picture(page, 'unsubscribe-off', language);
    await press(/^(Rimetti questo avviso|Turn it on again)$/);
    await shown(/di nuovo|again/);
    await picture(page, 'unsubscribe-on', language);
  }, 30_000);

  test('what has ended before it is confirmed', async () => {
    const declined = await asked(30);
    const input = { exchange: declined.exchange, reason: 'DID_NOT_HAPPEN' };
    await done(await as(reader.person), 'declineExchange', 'exchange { id }', input);
    await known(declined.link, /rifiutata|declined/);
    await picture(page, 'confirm-declined', language);

    const withdrawn = await asked(45);
    await done(await as(carla.person), 'withdrawExchange', 'exchange { id }', { exchange: withdrawn.exchange });
    await known(withdrawn.link, /ritirato|withdrawn/);
    await picture(page, 'confirm-withdrawn', language);

    const changed = await asked(60);
    const other = { exchange: changed.exchange, minutes: 45 };
    await done(await as(reader.person), 'answerExchange', 'exchange { id }', other);
    await known(changed.link, /cambiata|changed/);
    await picture(page, 'confirm-changed', language);
  }, 60_000);

  test('half an address', async () => {
    await page.goto(`${serverUrl()}/conferma/half`);
    await picture(page, 'confirm-incomplete', language);
  }, 30_000);
});

test.each(languages)(
  'a limit, in %s',
  async (language) => {
    const names = {
      bank: 'Banca del tempo di Settimo',
      hub: 'OpCafé Settimo',
      mailboxes: `limite.${language}.example`,
    };
    const hub = await openHub('limite', { floor: { kind: 'HARD', minutes: -60 } }, names);
    const [giver, receiver] = [
      await hub.admit('Carla Ferri'),
      await hub.admit('Lucia Bianchi', language === 'it-IT' ? 'it' : 'en'),
    ];
    await log(hub, giver, { provider: giver, receiver, minutes: 90 });
    const page = await (await openDevice({ language })).newPage();
    await page.goto(linkIn(await mailTo(receiver.email, toConfirm), 'conferma'));
    await page.getByRole('button').click();
    await page.getByRole('heading', { name: /Adesso non si può|Not possible now/ }).waitFor();
    await picture(page, 'confirm-refused', language);
    await page.context().close();
  },
  60_000,
);

test('the mails of the demonstration', async () => {
  const page = await (await openDevice()).newPage();
  await page.goto(`${serverUrl()}/demo/mail`);
  await picture(page, 'demo-mail', 'it-IT');
  await page
    .getByRole('link', { name: /ti ha dato/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /Solo testo/ }).waitFor();
  await picture(page, 'demo-mail-one', 'it-IT');
  await page.context().close();
}, 30_000);
