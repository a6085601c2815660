import {
  dayBeside,
  dayOf,
  daysBefore,
  fullDay,
  longDay,
  monthOf,
  monthsBetween,
  nearDay,
  timeOf,
  weekDay,
} from './days.js';

test('a day is said in both languages, whatever the time zone of the device', () => {
  expect(nearDay('2026-11-14', 'it')).toBe('sab 14 nov');
  expect(nearDay('2026-11-14', 'en')).toBe('Sat 14 Nov');
  expect(weekDay('2026-11-14', 'it')).toBe('sabato 14 novembre');
  expect(fullDay('2026-11-14', 'it')).toBe('sabato 14 novembre 2026');
  expect(fullDay('2026-11-14', 'en')).toBe('Saturday 14 November 2026');
  expect(longDay('2026-11-14', 'it')).toBe('14 novembre 2026');
  expect(monthOf('2026-11-01', 'en')).toBe('November 2026');
});

test('the first of a month is no plain number in Italian, and a year is said where it changes', () => {
  expect(dayBeside('2026-01-01', '2026-11-22', 'it')).toBe('1° gennaio');
  expect(dayBeside('2025-01-01', '2026-11-22', 'it')).toBe('1° gennaio 2025');
  expect(dayBeside('2026-01-01', '2026-11-22', 'en')).toBe('1 January');
  expect(longDay('2026-12-11', 'it')).toBe('11 dicembre 2026');
  expect(monthOf('2026-11-01', 'it')).toBe('novembre 2026');
});

test('an instant falls on the day of the bank', () => {
  expect(dayOf('2026-11-14T23:30:00.000Z', 'Europe/Rome')).toBe('2026-11-15');
  expect(dayOf('2026-11-14T23:30:00.000Z', 'UTC')).toBe('2026-11-14');
  expect(timeOf('2026-11-14T17:05:00.000Z', 'it', 'Europe/Rome')).toBe('18:05');
});

test('days are counted over the ends of months', () => {
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
  expect(daysBefore('2026-01-01', 1)).toBe('2025-12-31');
});

test('months go back from the newest to the first, both included', () => {
  expect(monthsBetween('2025-11-20', '2026-02-03')).toEqual(['2026-02-01', '2026-01-01', '2025-12-01', '2025-11-01']);
  expect(monthsBetween('2026-02-20', '2026-02-03')).toEqual(['2026-02-01']);
});
