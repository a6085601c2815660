import { addDays, instant, isLocalDate, isTimeZone, localDateOf, type Instant } from './time.js';

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['2026-02-31', false],
  ['2026-13-01', false],
  ['2026-1-01', false],
  ['2026-01-01T00:00', false],
])('%s is a day that exists: %s', (text, exists) => {
  expect(isLocalDate(text)).toBe(exists);
});

test.each([
  ['2026-01-31T22:59:59.999Z', 'Europe/Rome', '2026-01-31'],
  ['2026-01-31T23:00:00.000Z', 'Europe/Rome', '2026-02-01'],
  ['2026-07-31T21:59:59.999Z', 'Europe/Rome', '2026-07-31'],
  ['2026-07-31T22:00:00.000Z', 'Europe/Rome', '2026-08-01'],
  ['2026-01-01T18:14:59.999Z', 'Asia/Kathmandu', '2026-01-01'],
  ['2026-01-01T18:15:00.000Z', 'Asia/Kathmandu', '2026-01-02'],
] as const)('at %s in %s it is %s', (at, zone, day) => {
  expect(localDateOf(at as Instant, zone)).toBe(day);
  expect(localDateOf(at as Instant, zone)).toBe(day);
});

test('days are added to instants, not to wall clocks', () => {
  expect(addDays(instant(0), 30)).toBe('1970-01-31T00:00:00.000Z');
});

test('a time zone is one that the calendar knows', () => {
  expect(isTimeZone('Europe/Rome')).toBe(true);
  expect(isTimeZone('Europe/Atlantis')).toBe(false);
});
