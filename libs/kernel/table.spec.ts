import fc from 'fast-check';
import { Table } from './table.js';

type Step = readonly ['set', string, number] | readonly ['delete', string];

const steps = fc.array(
  fc.oneof(
    fc.tuple(fc.constant('set' as const), fc.constantFrom('a', 'b', 'c', 'd'), fc.integer()),
    fc.tuple(fc.constant('delete' as const), fc.constantFrom('a', 'b', 'c', 'd')),
  ),
  { maxLength: 30 },
);

function apply(table: Pick<Table<string, number>, 'set' | 'delete'>, all: readonly Step[]): void {
  for (const step of all) {
    if (step[0] === 'set') table.set(step[1], step[2]);
    else table.delete(step[1]);
  }
}

function rowsOf(table: Table<string, number>): Map<string, number> {
  return new Map([...table.entries()].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('a layer reads like the table with the changes made, and its base does not move until it is folded', () => {
  fc.assert(
    fc.property(steps, steps, (before, changes) => {
      const base = new Table<string, number>();
      apply(base, before);
      const untouched = rowsOf(base);
      const expected = Table.of(base.entries());
      apply(expected, changes);

      const layer = base.layer();
      apply(layer, changes);
      expect(rowsOf(layer)).toEqual(rowsOf(expected));
      expect(rowsOf(base)).toEqual(untouched);

      layer.fold();
      expect(rowsOf(base)).toEqual(rowsOf(expected));
    }),
  );
});

test('only a layer can be folded', () => {
  expect(() => {
    new Table().fold();
  }).toThrow('only a layer can be folded');
});
