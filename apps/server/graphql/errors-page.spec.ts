import { readFileSync, readdirSync } from 'node:fs';
import { errorWords } from '#api';
import { resolvers } from './resolvers.js';

const root = new URL('../../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');

interface Row {
  readonly code: string;
  readonly it: string;
  readonly en: string;
  readonly when: string;
}

const rows: readonly Row[] = read('docs/errors.md')
  .split('\n')
  .filter((line) => /^\| [A-Z]/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, code = '', it = '', en = '', when = '']) => ({ code, it, en, when }));

/** What is wrong with a file is said by the importer, in words of its own. */
const imports = 'importing/';

function refusalCodes(): readonly string[] {
  const files = readdirSync(new URL('libs/', root), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.ts') && !name.startsWith(imports) && !/\.(spec|example|contract)\.ts$/.test(name))
    .flatMap((name) => [
      ...read(`libs/${name}`).matchAll(/extends Refusal \{\s*(?:override )?readonly code = '(\w+)'/g),
    ])
    .map(([, code = '']) => code);
}

const sorted = (codes: Iterable<string>): readonly string[] => [...codes].sort();

test('the page, the words and the refusals name the same codes, each once', () => {
  expect(resolvers.length).toBeGreaterThan(0);
  expect(sorted(rows.map(({ code }) => code))).toEqual(sorted(errorWords.keys()));
  expect(sorted(new Set(refusalCodes()))).toEqual(sorted(errorWords.keys()));
});

test.each(rows)('$code has the same words on the page as in the answers', ({ code, it, en, when }) => {
  expect({ it, en }).toEqual(errorWords.get(code));
  expect(when).not.toBe('');
});

test.each(rows)('$code is said in plain sentences', ({ it, en }) => {
  for (const text of [it, en]) {
    expect(text).not.toContain('!');
    for (const sentence of text.split(/[.?:]\s/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
  }
});
