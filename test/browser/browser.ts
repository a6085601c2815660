import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { given, viewsUpToDate } from '../e2e/server.js';
import { codesSentTo } from '../e2e/signing-in.js';
import type { Neighbour } from './hub.js';

let connected: Promise<Browser> | undefined;

export interface Device {
  readonly width?: number;
  readonly language?: 'it-IT' | 'en-GB';
  readonly hasScript?: boolean;
}

/** Somebody's browser, with nothing in it. */
export async function openDevice({
  width = 360,
  language = 'it-IT',
  hasScript = true,
}: Device = {}): Promise<BrowserContext> {
  connected ??= chromium.connect(given('BROWSER_ENDPOINT'));
  const browser = await connected;
  const context = await browser.newContext({
    viewport: { width, height: 640 },
    locale: language,
    javaScriptEnabled: hasScript,
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  return context;
}

export async function closeBrowser(): Promise<void> {
  await (await connected)?.close();
  connected = undefined;
}

/** Loads the page again, with all that was recorded by now. */
export async function reload(page: Page): Promise<void> {
  await viewsUpToDate();
  await page.reload();
}

/** Opens the page and signs in with the code that comes by mail. */
export async function signIn(page: Page, address: string, { email }: Neighbour): Promise<void> {
  const before = (await codesSentTo(email, 0)).length;
  await viewsUpToDate();
  await page.goto(address);
  await page.getByLabel(/La tua e-mail|Your e-mail/).fill(email);
  await page.getByRole('button', { name: /Mandami il codice|Send me the code/ }).click();
  await page.getByLabel(/Codice di 6 cifre|6-digit code/).fill((await codesSentTo(email, before + 1))[0] ?? '');
  await page.getByRole('button', { name: /^(Entra|Sign in)$/ }).click();
  await page.getByRole('heading', { name: /Registra ore|Log hours/ }).waitFor();
  await arrived(page);
}

/** The focus is brought to a view's title, and the page scrolled to it, after the view is drawn: what looks at pixels waits for it. */
export async function arrived(page: Page): Promise<void> {
  await page.locator('#title:focus').first().waitFor({ state: 'attached' });
}
