import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const lines = readFileSync(new URL('./hiding-rules.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('!'));
const selectors = lines.filter((line) => line.startsWith('##')).map((line) => line.slice(2));
const patterns = lines.filter((line) => !line.startsWith('##'));

/** Rules that would not let an address through. */
export function blocking(address: string): readonly string[] {
  return patterns.filter((pattern) => asExpression(pattern).test(address));
}

/** `*` is anything, `^` a separator or the end; the rest is meant as it stands. */
function asExpression(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?${}()|[\]\\/]/g, '\\$&');
  return new RegExp(escaped.replaceAll('*', '.*').replaceAll('^', '(?:[^\\w.%-]|$)'), 'i');
}

/** Rules that would hide something of ours, in the page or within the element. */
export function hiding(page: Page): Promise<readonly string[]> {
  return page.evaluate((asked) => {
    const elements = [...document.querySelectorAll('banca-tempo, [data-banca-tempo]')];
    const roots = elements.flatMap((element) => [element, ...(element.shadowRoot ? [element.shadowRoot] : [])]);
    return asked.filter((selector) =>
      roots.some(
        (root) => root.querySelector(selector) !== null || (root instanceof Element && root.matches(selector)),
      ),
    );
  }, selectors);
}
