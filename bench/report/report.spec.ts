import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { Demand, ResultRow } from '../result-rows.js';
import { demandLines, rounded } from './demand-lines.js';
import { drawings } from './drawing.js';
import { readResults } from '../results-file.js';
import { page } from './page.js';

function row(demands: readonly Demand[], connections = 64, store: ResultRow['store'] = 'postgres'): ResultRow {
  return {
    name: 'W1',
    about: 'An hour is logged.',
    connections,
    store,
    rounds: 5,
    seconds: 10,
    product: { perSecond: 6000, p99Ms: 20.5, cpuMicros: 120 },
    peers: { hand: { perSecond: 2000, p99Ms: 60 } },
    ratios: { hand: 3 },
    worst: { hand: 2.5 },
    demands,
  };
}

function demand(sense: Demand['sense'], reached: number, needed: number, aim?: number): Demand {
  return { what: 'something', sense, reached, worst: reached, needed, ...(aim === undefined ? {} : { aim }) };
}

test.each([
  [demand('at least', 2.99, 3), 'short'],
  [demand('at least', 3, 3), 'met'],
  [demand('at least', 4.49, 3, 4.5), 'met'],
  [demand('at least', 4.5, 3, 4.5), 'met, aim too'],
  [demand('at most', 0.51, 0.5), 'short'],
  [demand('at most', 0.5, 0.5, 0.3), 'met'],
  [demand('at most', 0.3, 0.5, 0.3), 'met, aim too'],
  [demand('at least', Number.NaN, 3), 'short'],
  [demand('at most', Number.NaN, 3), 'short'],
])('%j is %s', (asked, verdict) => {
  expect(demandLines([row([asked])])[0]?.verdict).toBe(verdict);
});

test.each([
  [0.848, '0.848'],
  [0.85, '0.85'],
  [0.852, '0.852'],
  [0.86, '0.86'],
])('%d, where 0.85 is needed, is shown as %s', (value, shown) => {
  expect(demandLines([row([demand('at least', value, 0.85)])])[0]?.reached).toBe(shown);
});

test('a demand names its work, its bound and its unit', () => {
  const asked = { ...demand('at most', 812.4, 1000), unit: 'ms' as const };
  expect(demandLines([row([asked], 1, 'eventstoredb')])[0]).toEqual({
    workload: 'W1, 1 connection, EventStoreDB',
    rounds: '5 × 10 s',
    what: 'something',
    needed: '≤ 1000 ms',
    aim: '',
    reached: '812 ms',
    worst: '812 ms',
    verdict: 'met',
  });
});

test.each([
  [0.349, '0.35'],
  [12.34, '12.3'],
  [99.5, '99.5'],
  [1234.5, '1,235'],
  [Number.NaN, 'none'],
])('%d is shown as %s', (value, shown) => {
  expect(rounded(value)).toBe(shown);
});

const plot = {
  name: 'growth',
  title: 'Growth with history',
  sentence: 'The line is flat.',
  x: { title: 'entries', logarithmic: true as const },
  y: { title: 'µs' },
  curves: [{ name: 'command', points: [[1000, 5] as const, [1_000_000, 6] as const] }],
};
const table = {
  name: 'cost',
  title: 'Cost of features',
  sentence: 'Each is off in turn.',
  columns: ['off'],
  rows: [['a|b']],
};
const machine = { cpu: 'A processor', cores: 2, memoryGiB: 8, system: 'linux 6', node: 'v20.20.2', postgres: '18.4' };

test('the page holds every demand, figure, plot and table, and the machine', () => {
  const results = { machine, workloads: [row([demand('at least', 3, 3)])], plots: [plot], tables: [table] };
  const text = page(results, (name) => `benchmarks/${name}.svg`);
  for (const words of [
    '| W1, 64 connections | 5 × 10 s | something | ≥ 3 |  | 3.00 | 3.00 | met |',
    '| product | 6,000 | 20.5 | 120 |  |  |  |',
    '| hand | 2,000 | 60.0 |  |  | 3.00 | 2.50 |',
    '5 rounds of 10 s.',
    '![Growth with history](benchmarks/growth.svg)',
    'The line is flat.',
    '| a\\|b |',
    'A processor, 2 cores, 8 GiB',
    'PostgreSQL 18.4',
  ]) {
    expect(text).toContain(words);
  }
});

test('each plot is an SVG with its words, and throughput has one of its own', () => {
  const drawn = drawings([row([])], [plot]);
  expect([...drawn.keys()]).toEqual(['throughput', 'growth']);
  expect(drawn.get('throughput')).toContain('hand');
  expect(drawn.get('growth')).toMatch(/^<svg[^]*Growth with history[^]*<\/svg>\n$/);
});

test('the same results draw the same plots', () => {
  const [once, again] = [drawings([row([])], [plot]), drawings([row([])], [plot])];
  expect([...once]).toEqual([...again]);
});

test('docs/benchmarks.md is what bench/results.json says', async () => {
  const [results, file] = [readResults(), 'docs/benchmarks.md'];
  if (!results) throw new Error('there is no bench/results.json');
  const text = page(results, (name) => `benchmarks/${name}.svg`);
  const options = await resolveConfig(file);
  expect(readFileSync(file, 'utf8')).toBe(await format(text, { ...options, parser: 'markdown' }));
});
