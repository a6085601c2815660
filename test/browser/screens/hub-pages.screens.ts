import type { Page } from 'playwright-core';
import { done } from '../../e2e/bank.js';
import { serverUrl } from '../../e2e/server.js';
import { closeBrowser, openDevice, signIn } from '../browser.js';
import type { Hub, Neighbour } from '../hub.js';
import { openSister } from '../sister.js';
import { openTown } from '../town.js';
import { livedIn } from '../lived-in.js';
import { languages, picture } from './picture.js';

/** The same server under another name is another origin, as a hub's own page is. */
const elsewhere = serverUrl().replace('127.0.0.1', 'localhost');
let town: Hub;
let lucia: Neighbour;
beforeAll(async () => {
  town = await openTown('pagine.example');
  lucia = await livedIn(town);
}, 60_000);
afterAll(closeBrowser);

async function newPage(language: (typeof languages)[number]): Promise<Page> {
  return (await openDevice({ language })).newPage();
}

test.each(languages)(
  'the page for webmasters, in %s',
  async (language) => {
    const page = await newPage(language);
    const wanted = { hub: town.handle, page: 'https://www.comune.example/ore', accent: '#8a5a00' };
    await page.goto(`${serverUrl()}/embed`);
    await picture(page, 'webmasters', language);
    await page.goto(`${serverUrl()}/embed?${new URLSearchParams(wanted).toString()}`);
    await page.getByLabel(/La tua e-mail|Your e-mail/).waitFor();
    await picture(page, 'webmasters-code', language);
    await page.context().close();
  },
  30_000,
);

test.each(languages)(
  'who is not connected, in %s',
  async (language) => {
    const page = await newPage(language);
    await page.goto(`${serverUrl()}/h/nessuno`);
    await page.getByText('hub="nessuno"').waitFor();
    await picture(page, 'hub-unknown', language);
    if (language === 'it-IT') {
      await page.goto(`${elsewhere}/demo/comune?hub=${town.handle}`);
      await page.getByText(elsewhere).waitFor();
      await picture(page, 'origin-unknown', language);
    }
    await page.context().close();
  },
  30_000,
);

describe('on pages that the hub registered', () => {
  beforeAll(async () => {
    const { network, administrator } = town.bank;
    const input = { network, hub: town.bank.hub, origins: [elsewhere], expectedVersion: await town.version() };
    await done(administrator, 'setHubOrigins', 'hub { id }', input);
  });

  test.each(['comune', 'cooperativa', 'associazione'])(
    '%s',
    async (kind) => {
      const page = await newPage('it-IT');
      const address = `${elsewhere}/demo/${kind}?hub=${town.handle}`;
      await page.goto(address);
      await page.getByLabel('La tua e-mail').waitFor();
      await picture(page, `hub-page-${kind}-signed-out`, 'it-IT');
      await signIn(page, address, lucia);
      await picture(page, `hub-page-${kind}`, 'it-IT');
      await page.context().close();
    },
    30_000,
  );
});

test.each(languages)(
  'several banks, in %s',
  async (language) => {
    const hub = await openTown(`${language}.banche.example`);
    const member = await livedIn(hub);
    await openSister(hub, 'Banca del tempo di Volpiano', member);
    const page = await newPage(language);
    await signIn(page, hub.page, member);
    await picture(page, 'several-banks', language);
    await page.context().close();
  },
  60_000,
);

test.each(languages)(
  'a server that is away, in %s',
  async (language) => {
    const page = await newPage(language);
    await page.route(/\/(graphql|embed\/v1\/.*)$/, (route) => route.abort());
    await page.goto(town.page);
    await page.getByRole('button', { name: /Riprova|Try again/ }).waitFor();
    await picture(page, 'server-away', language);
    await page.context().close();
  },
  30_000,
);
