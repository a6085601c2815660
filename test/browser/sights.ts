import type { Page } from 'playwright-core';
import { foundIn } from './found.js';
import { badTargets } from './targets.js';

interface Sight {
  readonly language: 'it' | 'en';
  /** Of the text, as its reader has set it. */
  readonly size: '100%' | '200%';
}

/** As small as a window gets, and a desk; both languages, as their readers set the text. */
const windows: readonly (readonly [number, readonly Sight[]])[] = [
  [
    320,
    [
      { language: 'it', size: '100%' },
      { language: 'it', size: '200%' },
      { language: 'en', size: '200%' },
      { language: 'en', size: '100%' },
    ],
  ],
  [1280, [{ language: 'en', size: '100%' }]],
];

/** A view as it stands there, seen by everybody. @returns what is in somebody's way */
export async function inTheWay(page: Page): Promise<readonly object[]> {
  const all: object[] = [];
  for (const [width, sights] of windows) {
    await page.setViewportSize({ width, height: 640 });
    for (const sight of sights) {
      await page.evaluate(show, sight);
      const { violations, isCut } = await foundIn(page);
      const targets = await badTargets(page);
      if (isCut || violations.length > 0 || targets.length > 0)
        all.push({ width, ...sight, violations, isCut, targets });
    }
  }
  return all;
}

/** Without loading anything again. */
async function show({ language, size }: Sight): Promise<void> {
  document.documentElement.style.fontSize = size;
  const element = document.querySelector('banca-tempo');
  element?.setAttribute('lang', language);
  while (element?.shadowRoot?.querySelector('.tb')?.getAttribute('lang') !== language) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
