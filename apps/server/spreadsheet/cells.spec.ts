import { asDay, asHours, defused, linesOf } from './cells.js';

test.each([
  [0, '0:00'],
  [5, '0:05'],
  [90, '1:30'],
  [735, '12:15'],
  [-45, '-0:45'],
  [-60, '-1:00'],
])('%i minutes are %s', (minutes, hours) => {
  expect(asHours(minutes)).toBe(hours);
});

test('a day is written as here, and what comes behind it stays', () => {
  expect(asDay('2026-11-12')).toBe('12/11/2026');
  expect(asDay('2026-11-12T10:00Z')).toBe('12/11/2026T10:00Z');
});

test.each(['=1+1', '+39', '-A1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula any more', (text) => {
  expect(defused(text)).toBe(`'${text}`);
});

test.each(['Carla Ferri', '1=1', "'=1", ''])('%j stays as it is', (text) => {
  expect(defused(text)).toBe(text);
});

test('what would end a cell or a line is put into quotes', () => {
  expect(linesOf([['a;b', 'say "yes"', 'two\nlines', 'plain']])).toBe('"a;b";"say ""yes""";"two\nlines";plain\n');
});
