import { Deadlines } from './deadlines.js';
import { dumpState, foldInto, layerOf, loadState } from './state.js';
import { Table } from './table.js';
import { instant } from './time.js';

interface Tally {
  count: number;
  name?: string;
  rows: Table<string, { readonly n: number }>;
  deadlines: Deadlines;
}

const fresh = (): Tally => ({ count: 0, rows: new Table(), deadlines: new Deadlines() });

test('what happens on a layer reaches the state only when it is folded in', () => {
  const state = fresh();
  const layer = layerOf(state);
  layer.count = 2;
  layer.name = 'due';
  layer.rows.set('a', { n: 1 });
  layer.deadlines.add({ at: instant(0), revision: 3, entity: 'a' });
  expect(dumpState(state)).toEqual(dumpState(fresh()));

  foldInto(state, layer);
  expect(state).toMatchObject({ count: 2, name: 'due' });
  expect(state.rows.get('a')).toEqual({ n: 1 });
  expect(state.deadlines.first()).toMatchObject({ revision: 3 });
});

test('a dump read back is the same state, through JSON too', () => {
  const state = fresh();
  state.name = 'tre';
  state.rows.set('a', { n: 1 });
  state.deadlines.add({ at: instant(5), revision: 0, entity: 'a' });
  const back = loadState(fresh(), JSON.parse(JSON.stringify(dumpState(state))));
  expect(dumpState(back)).toEqual(dumpState(state));
  expect(back.rows).toBeInstanceOf(Table);
  expect(back.deadlines).toBeInstanceOf(Deadlines);
});
