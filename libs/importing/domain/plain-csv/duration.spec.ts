import { needsUnit, readDuration } from './duration.js';
import { Misread } from './problem.js';

const readAs = (text: string, unit?: 'hours' | 'minutes'): number | string => {
  const read = readDuration(text, unit);
  return read instanceof Misread ? read.code : read;
};

test.each([
  { text: '1:30', hours: 90, minutes: 90, neither: 90 },
  { text: '0:01', hours: 1, minutes: 1, neither: 1 },
  { text: '24:00', hours: 1_440, minutes: 1_440, neither: 1_440 },
  { text: '1,5', hours: 90, minutes: 'DURATION_FRACTION', neither: 90 },
  { text: '1.5', hours: 90, minutes: 'DURATION_FRACTION', neither: 90 },
  { text: '0,25', hours: 15, minutes: 'DURATION_FRACTION', neither: 15 },
  { text: '1,05', hours: 63, minutes: 'DURATION_FRACTION', neither: 63 },
  { text: '0,33', hours: 'DURATION_FRACTION', minutes: 'DURATION_FRACTION', neither: 'DURATION_FRACTION' },
  { text: '90', hours: 5_400, minutes: 90, neither: 'UNIT_UNKNOWN' },
  { text: '2,0', hours: 120, minutes: 2, neither: 'UNIT_UNKNOWN' },
  { text: '999999999', hours: 59_999_999_940, minutes: 999_999_999, neither: 'UNIT_UNKNOWN' },
  { text: '0', hours: 'DURATION_ZERO', minutes: 'DURATION_ZERO', neither: 'UNIT_UNKNOWN' },
  { text: '0:00', hours: 'DURATION_ZERO', minutes: 'DURATION_ZERO', neither: 'DURATION_ZERO' },
])('$text is read by the unit of its column', ({ text, hours, minutes, neither }) => {
  expect([readAs(text, 'hours'), readAs(text, 'minutes'), readAs(text)]).toEqual([hours, minutes, neither]);
});

test.each([
  { text: '', code: 'TEXT_MISSING' },
  { text: '-1', code: 'DURATION_NEGATIVE' },
  { text: '-0:30', code: 'DURATION_NEGATIVE' },
  { text: '−1,5', code: 'DURATION_NEGATIVE' },
  { text: '1:60', code: 'DURATION_UNREADABLE' },
  { text: '1:5', code: 'DURATION_UNREADABLE' },
  { text: '1:30:00', code: 'DURATION_UNREADABLE' },
  { text: '1.500', code: 'DURATION_UNREADABLE' },
  { text: '1,', code: 'DURATION_UNREADABLE' },
  { text: '1e3', code: 'DURATION_UNREADABLE' },
  { text: '1234567890', code: 'DURATION_UNREADABLE' },
  { text: 'due ore', code: 'DURATION_UNREADABLE' },
])('"$text" is no duration: $code', ({ text, code }) => {
  expect(readAs(text, 'hours')).toBe(code);
});

test.each([
  ['90', true],
  ['2.0', true],
  ['1:30', false],
  ['1,5', false],
  ['due', false],
])('%s leaves its unit open: %s', (text, open) => {
  expect(needsUnit(text)).toBe(open);
});
