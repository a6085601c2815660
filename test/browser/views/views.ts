import type { Download, Page } from 'playwright-core';
import { done } from '../e2e/bank.js';
import { as } from '../e2e/server.js';
import type { Hub, Neighbour } from './hub.js';

/** A view, and how a signed-in member gets there from home. */
export interface View {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
}

const button = (page: Page, name: RegExp) => page.getByRole('button', { name });

/** Every view of a member who has claims to answer, one that waits, and a past. */
export const views: readonly View[] = [
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
];

async function openDesk(hub: Hub): Promise<void> {
  const { network, administrator, hub: id } = hub.bank;
  const desk = { hours: 'mar e gio 15:00–18:00', hoursInEnglish: 'Tue and Thu 15:00–18:00', phone: '02 0000 0000' };
  const input = { network, hub: id, ...desk, expectedVersion: await hub.version() };
  await done(administrator, 'setHubDesk', 'hub { id }', input);
}

/** Exchanges in every state, so that no view is empty. */
export async function livedIn(hub: Hub): Promise<Neighbour> {
  await openDesk(hub);
  const [lucia, carla, rosa] = [
    await hub.admit('Lucia Bianchi'),
    await hub.admit('Carla Ferri'),
    await hub.admit('Rosa Conti'),
  ];
  await hub.admit('Rosario Greco');
  await log(hub, carla, { provider: carla, receiver: lucia, minutes: 90, confirmedBy: lucia });
  await log(hub, lucia, { provider: lucia, receiver: rosa, minutes: 225, confirmedBy: rosa });
  await log(hub, carla, { provider: carla, receiver: lucia, minutes: 45 });
  await log(hub, lucia, { provider: lucia, receiver: carla, minutes: 60 });
  return lucia;
}

interface Logged {
  readonly provider: Neighbour;
  readonly receiver: Neighbour;
  readonly minutes: number;
  readonly confirmedBy?: Neighbour;
}

/** @returns the exchange */
export async function log(hub: Hub, by: Neighbour, asked: Logged): Promise<string> {
  const input = {
    provider: asked.provider.account,
    receiver: asked.receiver.account,
    minutes: asked.minutes,
    serviceDate: '2026-01-10',
    hub: hub.bank.hub,
    category: 'cucina',
  };
  const { exchange } = await done<{ readonly exchange: { readonly id: string } }>(
    await as(by.person),
    'logExchange',
    'exchange { id }',
    input,
  );
  const { confirmedBy } = asked;
  if (confirmedBy)
    await done(await as(confirmedBy.person), 'confirmExchange', 'exchange { id }', { exchange: exchange.id });
  return exchange.id;
}

interface Downloaded {
  readonly file: Download;
  readonly bytes: Buffer;
}

/** What the browser would put into the folder of downloads. */
export async function downloaded(page: Page, name: string): Promise<Downloaded> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  const pieces: Buffer[] = [];
  for await (const piece of await file.createReadStream()) pieces.push(piece as Buffer);
  return { file, bytes: Buffer.concat(pieces) };
}
