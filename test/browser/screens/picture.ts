import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { given } from '../../e2e/server.js';

export const languages = ['it-IT', 'en-GB'] as const;
export type Language = (typeof languages)[number];

/** As wide as a telephone, and as a computer's window. */
const widths = [360, 1280] as const;

/** A page with no hand on it, in both widths, whole, into the folder that was given: `<name>.<language>.<width>.webp`. */
export async function picture(page: Page, name: string, language: Language): Promise<void> {
  await page.mouse.move(0, 0);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 });
    await pictureAsItIs(page, `${name}.${language.slice(0, 2)}.${String(width)}`);
  }
}

/** The browser writes WebP, a third as large as what the test library writes. */
export async function pictureAsItIs(page: Page, name: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const { cssContentSize } = await devtools.send('Page.getLayoutMetrics');
  const { data } = await devtools.send('Page.captureScreenshot', {
    ...{ format: 'webp', quality: 80, captureBeyondViewport: true },
    clip: { x: 0, y: 0, width: cssContentSize.width, height: cssContentSize.height, scale: 1 },
  });
  await devtools.detach();
  const folder = given('SCREENS_FOLDER');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.webp`, Buffer.from(data, 'base64'));
}
