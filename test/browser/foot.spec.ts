import type { Page } from 'playwright-core';
import { closeBrowser, openDevice } from './browser.js';
import { openHub, type Hub } from './hub.js';
import { openDesk } from './lived-in.js';
import { coloursAt } from './pixels.js';

let hub: Hub;
beforeAll(async () => {
  hub = await openHub('piede');
  await openDesk(hub);
}, 60_000);
afterAll(closeBrowser);

/** Whether anything is drawn in the line of the desk's number: in the gap before it, or at the edge where it begins. */
async function isDrawnBeforeNumber(page: Page): Promise<boolean> {
  const { x, y, height } = await page.locator('.foot a[href^="tel:"]').evaluate((each) => {
    each.scrollIntoView();
    return each.getBoundingClientRect().toJSON() as { readonly x: number; readonly y: number; readonly height: number };
  });
  const rows = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6].map((away) => y + height / 2 + away);
  const spots = rows.flatMap((row) => Array.from({ length: 11 }, (_, away) => ({ x: x - 1 - away, y: row })));
  return new Set(await coloursAt(page, spots)).size > 1;
}

test.each([
  ['it-IT', 360, 'mar e gio 15:00–18:00', 'one line'],
  ['it-IT', 1280, 'mar e gio 15:00–18:00', 'one line'],
  ['en-GB', 360, 'Tue and Thu 15:00–18:00', 'two lines'],
  ['en-GB', 1280, 'Tue and Thu 15:00–18:00', 'one line'],
] as const)('in %s at %i pixels a dot stands between hours and number only within a line', async (...row) => {
  const [language, width, hours, lines] = row;
  const page = await (await openDevice({ language, width })).newPage();
  await page.goto(hub.page);
  const [first, second] = await Promise.all(
    [page.locator('.foot').getByText(hours), page.locator('.foot').getByText('02 0000 0000')].map((each) =>
      each.boundingBox(),
    ),
  );
  const isOneLine = (second?.y ?? 0) < (first?.y ?? 0) + (first?.height ?? 0);
  expect(isOneLine ? 'one line' : 'two lines').toBe(lines);
  if (!isOneLine) expect(second?.x).toBe(first?.x);
  expect(await isDrawnBeforeNumber(page)).toBe(isOneLine);
  await page.context().close();
});
