import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: object): Promise<{ readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
}

export interface Found {
  readonly violations: readonly string[];
  readonly isCut: boolean;
}

/** What axe finds, and whether anything stands beyond the edge of the window. */
export async function foundIn(page: Page): Promise<Found> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async () => {
    // Whether a sheet of styles turns the page is asked by no rule that is on: none is fetched for it.
    const options = { resultTypes: ['violations'], preload: false };
    const found = await (globalThis as unknown as { readonly axe: Axe }).axe.run(options);
    return {
      violations: found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
      isCut: document.documentElement.scrollWidth > innerWidth,
    };
  });
}
