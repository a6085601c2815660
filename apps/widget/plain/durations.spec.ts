import { balance, duration, signed, spoken, spokenBalance, typedHours } from './durations.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 min', '0 minuti', '0 minutes'],
  [45, '45 min', '45 minuti', '45 minutes'],
  [60, '1 h', 'un’ora', 'one hour'],
  [90, '1 h 30 min', 'un’ora e 30 minuti', 'one hour and 30 minutes'],
  [735, '12 h 15 min', '12 ore e 15 minuti', '12 hours and 15 minutes'],
  [61, '1 h 1 min', 'un’ora e un minuto', 'one hour and one minute'],
  [-90, '1 h 30 min', 'un’ora e 30 minuti', 'one hour and 30 minutes'],
])('%i minutes are shown as "%s" and read as "%s"', (minutes, shown, italian, english) => {
  expect(plain(duration(minutes))).toBe(shown);
  expect(spoken(minutes, 'it')).toBe(italian);
  expect(spoken(minutes, 'en')).toBe(english);
});

test('a duration is never broken over two lines, and its sign is a minus', () => {
  expect(signed(-45)).toBe('\u221245\u00a0min');
  expect(signed(60)).toBe('+1\u00a0h');
});

test.each([
  [135, '2 h 15 min a credito', '2 h 15 min in credit'],
  [-45, '45 min a debito', '45 min in debit'],
  [0, 'In pari', 'Even'],
])('a balance of %i is said in words', (minutes, italian, english) => {
  expect(plain(balance(minutes, 'it'))).toBe(italian);
  expect(plain(balance(minutes, 'en'))).toBe(english);
});

test('a balance is read aloud in whole words', () => {
  expect(spokenBalance(135, 'it')).toBe('2 ore e 15 minuti a credito');
});

test.each([
  ['3', { hours: 3, minutes: 0 }],
  ['1,5', { hours: 1, minutes: 30 }],
  ['0.25', { hours: 0, minutes: 15 }],
  [' 2 ', { hours: 2, minutes: 0 }],
  ['', { hours: 0, minutes: 0 }],
  ['due', undefined],
  ['-1', undefined],
  ['1e3', undefined],
])('"%s" hours are %j', (typed, read) => {
  expect(typedHours(typed)).toEqual(read);
});
