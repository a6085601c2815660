import type { ResultRow } from './result-rows.js';
import { merged } from './results-file.js';

const machine = { cpu: 'any', cores: 2, memoryGiB: 8, system: 'linux', node: 'v20', postgres: '18.4' };

function row(name: string, connections: number, perSecond: number, store: ResultRow['store'] = 'postgres'): ResultRow {
  const figures = { about: '', rounds: 5, seconds: 10, peers: {}, ratios: {}, worst: {}, demands: [] };
  return { name, connections, store, product: { perSecond, p99Ms: 1 }, ...figures };
}

test('a run replaces its own rows in their places and leaves the others', () => {
  const before = merged(undefined, { rows: [row('W1', 64, 1), row('W1', 1, 2), row('W3', 64, 3)] }, machine);
  const after = merged(before, { rows: [row('W1', 1, 20), row('W2', 64, 40)] }, machine);
  expect(after.workloads.map(({ name, connections, product }) => [name, connections, product.perSecond])).toEqual([
    ['W1', 64, 1],
    ['W1', 1, 20],
    ['W3', 64, 3],
    ['W2', 64, 40],
  ]);
});

test('the same work on another store is another row', () => {
  const before = merged(undefined, { rows: [row('W1', 64, 1)] }, machine);
  const after = merged(before, { rows: [row('W1', 64, 2, 'eventstoredb')] }, machine);
  expect(after.workloads.map(({ store }) => store)).toEqual(['postgres', 'eventstoredb']);
});

test('plots and tables are replaced by their names', () => {
  const plot = { name: 'growth', title: 'old', sentence: '', x: { title: '' }, y: { title: '' }, curves: [] };
  const table = { name: 'cost', title: 'old', sentence: '', columns: [], rows: [] };
  const before = merged(undefined, { rows: [], plots: [plot], tables: [table] }, machine);
  const after = merged(before, { rows: [], plots: [{ ...plot, title: 'new' }] }, machine);
  expect(after.plots.map(({ title }) => title)).toEqual(['new']);
  expect(after.tables).toEqual([table]);
});

test('a run on another store leaves the plots as they are, which are drawn of PostgreSQL', () => {
  const plot = { name: 'start', title: 'ours', sentence: '', x: { title: '' }, y: { title: '' }, curves: [] };
  const before = merged(undefined, { rows: [row('W7', 1, 1)], plots: [plot] }, machine);
  const other = { rows: [row('W7', 1, 2, 'eventstoredb')], plots: [{ ...plot, title: 'theirs' }] };
  expect(merged(before, other, machine).plots).toEqual([plot]);
});
