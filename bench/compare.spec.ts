import { rowOf, type Round } from './compare.js';
import { p99, throughput, time } from './demands.js';

function round(perSecond: number, p99Ms: number, cpuMicros?: number): Round {
  return { perSecond, p99Ms, done: perSecond, added: perSecond, ...(cpuMicros === undefined ? {} : { cpuMicros }) };
}

const comparison = {
  name: 'W1',
  about: 'An hour is logged.',
  connections: 64,
  contestants: [{ name: 'product' }, { name: 'hand' }],
  asked: [throughput('hand', 3, 4.5), p99('hand', 0.5, 0.3), time('hand', 1.2)],
};

const rounds = [
  { product: round(400, 10, 100), hand: round(100, 40) },
  { product: round(500, 12, 90), hand: round(100, 30) },
  { product: round(300, 30, 110), hand: round(150, 50) },
];

const row = rowOf({ store: 'postgres', seconds: 10 }, comparison, rounds);

test('figures are medians over the rounds, and CPU time is there where it was told', () => {
  expect(row.product).toEqual({ perSecond: 400, p99Ms: 12, cpuMicros: 100 });
  expect(row.peers).toEqual({ hand: { perSecond: 100, p99Ms: 40 } });
  expect(row).toMatchObject({ name: 'W1', connections: 64, store: 'postgres', rounds: 3, seconds: 10 });
});

test('a ratio is the median of the ratios of single rounds, not the ratio of the medians', () => {
  expect(row.ratios).toEqual({ hand: 4 });
  expect(row.worst).toEqual({ hand: 2 });
});

test('the worst round of a demand is the lowest or the highest, as it is asked', () => {
  expect(row.demands.map(({ what, reached, worst }) => [what, reached, worst])).toEqual([
    ['throughput against hand', 4, 2],
    ['p99 against hand', 0.4, 0.6],
    ['time against hand', 0.25, 0.5],
  ]);
});
