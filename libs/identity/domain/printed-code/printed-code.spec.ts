import { inGroups, isUsable, lettersFrom, lettersTyped, printedCodeMs } from './printed-code.js';

const expiresAtMs = Date.parse('2026-03-01T10:00:00Z') + printedCodeMs;

test.each([
  { status: 'open', beforeMs: 1, usable: true },
  { status: 'open', beforeMs: 0, usable: false },
  { status: 'used', beforeMs: 1, usable: false },
  { status: 'void', beforeMs: 1, usable: false },
] as const)('$status, $beforeMs ms before its end: $usable', ({ status, beforeMs, usable }) => {
  expect(isUsable({ expiresAtMs, status }, expiresAtMs - beforeMs)).toBe(usable);
});

test('a printed code has ten letters, none of them taken for another', () => {
  const code = lettersFrom(Uint8Array.from({ length: 32 }, (_, n) => n * 7));
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(inGroups(code)).toBe(`${code.slice(0, 5)} ${code.slice(5)}`);
  expect(lettersTyped(inGroups(code))).toBe(code);
});

test.each([
  ['K7QM3 XWA9T', 'K7QM3XWA9T'],
  ['k7qm3-xwa9t', 'K7QM3XWA9T'],
  ['O7QM3 IWL9U', '07QM31W19V'],
  ['K7QM3 XWA9', undefined],
  ['K7QM3 XWA9TT', undefined],
  ['K7QM3 XWA9!', undefined],
  ['', undefined],
])('"%s" is read as %s', (typed, code) => {
  expect(lettersTyped(typed)).toBe(code);
});
