import { interleaved, median, medianInterval, percentile } from './statistics.js';

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[7], 7],
  [[10, 9, 100], 10],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test.each([
  [1, 0.99, 1],
  [99, 0.99, 99],
  [100, 0.99, 99],
  [101, 0.99, 100],
  [1000, 0.99, 990],
  [10, 0.5, 5],
])('of 1 to %d, a share of %d does not pass %d', (count, share, expected) => {
  const values = Array.from({ length: count }, (_, n) => count - n);
  expect(percentile(values, share)).toBe(expected);
});

test('nothing has no median and no percentile', () => {
  expect(() => median([])).toThrow('no values');
  expect(() => percentile([], 0.99)).toThrow('no values');
});

test('every second round goes the other way round', () => {
  expect([0, 1, 2].map((round) => interleaved(['A', 'B', 'C'], round).join(''))).toEqual(['ABC', 'CBA', 'ABC']);
});

test.each([
  { count: 3, certainty: 0.9, from: 1, to: 3 },
  { count: 9, certainty: 0.9, from: 2, to: 8 },
  { count: 9, certainty: 0.99, from: 1, to: 9 },
  { count: 100, certainty: 0.95, from: 40, to: 61 },
])(
  'the median of $count values lies between the one of rank $from and that of rank $to',
  ({ count, certainty, from, to }) => {
    const values = Array.from({ length: count }, (_, n) => count - n);
    expect(medianInterval(values, certainty)).toEqual([from, to]);
  },
);
