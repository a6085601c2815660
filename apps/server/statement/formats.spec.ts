import type { LocalDate, Minutes } from '#kernel';
import {
  balanceInColumn,
  balanceInWords,
  categoryInWords,
  dayInColumn,
  dayInWords,
  hours,
  numberIn,
} from './formats.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const minutes = (value: number): Minutes => value as Minutes;
const day = (text: string): LocalDate => text as LocalDate;

test.each([
  [0, '0_min'],
  [45, '45_min'],
  [60, '1_h'],
  [90, '1_h 30_min'],
  [735, '12_h 15_min'],
])('%i minutes are %s, each number with its unit', (value, words) => {
  expect(hours(minutes(value)).replaceAll('\u00a0', '_')).toBe(words);
});

test.each([
  [135, '2 h 15 min a credito', '2 h 15 min in credit', '2 h 15 min cr.', '2 h 15 min cr.'],
  [-45, '45 min a debito', '45 min in debit', '45 min deb.', '45 min deb.'],
  [0, 'In pari', 'Even', 'in pari', 'even'],
])('a balance of %i is said in words', (value, it, en, itShort, enShort) => {
  expect(plain(balanceInWords(minutes(value), 'it'))).toBe(it);
  expect(plain(balanceInWords(minutes(value), 'en'))).toBe(en);
  expect(plain(balanceInColumn(minutes(value), 'it'))).toBe(itShort);
  expect(plain(balanceInColumn(minutes(value), 'en'))).toBe(enShort);
});

test.each([
  ['2026-11-14', '14/11/2026', '14 Nov 2026', '14 novembre 2026', '14 November 2026'],
  ['2026-09-01', '01/09/2026', '1 Sep 2026', '1° settembre 2026', '1 September 2026'],
  ['2026-01-11', '11/01/2026', '11 Jan 2026', '11 gennaio 2026', '11 January 2026'],
])('%s is written as the reader writes it', (date, itColumn, enColumn, it, en) => {
  expect(dayInColumn(day(date), 'it')).toBe(itColumn);
  expect(plain(dayInColumn(day(date), 'en'))).toBe(enColumn);
  expect(dayInWords(day(date), 'it')).toBe(it);
  expect(dayInWords(day(date), 'en')).toBe(en);
});

test('thousands are told apart', () => {
  expect([numberIn('it', 27), numberIn('it', 2_304), numberIn('en', 2_304)]).toEqual(['27', '2.304', '2,304']);
});

test('a category is words', () => {
  expect(categoryInWords('piccole-riparazioni')).toBe('Piccole riparazioni');
});
