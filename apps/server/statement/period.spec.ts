import { periodOf } from './period.js';

test.each([
  ['1900-01-01', '2199-12-31'],
  ['2026-11-22', '2026-11-22'],
  ['2024-02-29', '2024-03-01'],
])('%s to %s is a period', (from, to) => {
  expect(periodOf({ from, to })).toEqual({ from, to });
});

test.each([
  ['2026-11-23', '2026-11-22', 'to', 'La prima data viene dopo la seconda.'],
  [undefined, '2026-11-22', 'from', /due date/],
  ['2026-11-22', undefined, 'to', /due date/],
  ['', '2026-11-22', 'from', /due date/],
  ['22/11/2026', '2026-11-22', 'from', /due date/],
  ['2026-02-29', '2026-11-22', 'from', /due date/],
  ['2026-11-22', '2026-11-22T00:00:00Z', 'to', /due date/],
  [['2026-11-22', '2026-11-23'], '2026-11-22', 'from', /due date/],
  ['1899-12-31', '2026-11-22', 'from', 'Scegli date dal 1900 al 2199.'],
  ['2026-11-22', '2200-01-01', 'to', 'Scegli date dal 1900 al 2199.'],
])('%j to %j is refused for its %s', (from, to, field, words) => {
  expect(() => periodOf({ from, to })).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      field,
      words: { it: expect.stringMatching(words) as string, en: expect.any(String) as string },
    }) as Error,
  );
});
