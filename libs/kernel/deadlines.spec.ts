import fc from 'fast-check';
import { Deadlines, type Deadline } from './deadlines.js';
import { instant } from './time.js';

const deadlines = fc
  .array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 })
  .map((all) =>
    all.map((at, revision): Deadline => ({ at: instant(at * 1000), revision, entity: `e${String(revision)}` })),
  );

function sorted(all: readonly Deadline[]): readonly Deadline[] {
  return all.toSorted((a, b) => (a.at === b.at ? a.revision - b.revision : a.at < b.at ? -1 : 1));
}

test('deadlines come in the order of their time, then of the record that set them', () => {
  fc.assert(
    fc.property(deadlines, (all) => {
      const queue = Deadlines.of(all);
      expect([...queue.inOrder()]).toEqual(sorted(all));
      const dropped: Deadline[] = [];
      for (let first = queue.first(); first; first = queue.first()) {
        dropped.push(first);
        queue.dropFirst();
      }
      expect(dropped).toEqual(sorted(all));
    }),
  );
});

test('a layer shows its own deadlines among those below it and hands them down when it is folded', () => {
  fc.assert(
    fc.property(deadlines, fc.nat(60), (all, split) => {
      const base = Deadlines.of(all.slice(0, split));
      const layer = base.layer();
      for (const deadline of all.slice(split)) layer.add(deadline);
      expect(layer.first()).toEqual(sorted(all)[0]);
      expect([...layer.inOrder()]).toEqual(sorted(all));
      layer.fold();
      expect([...base.inOrder()]).toEqual(sorted(all));
    }),
  );
});

test('a layer never drops a deadline, and a queue without a base is never folded', () => {
  const base = new Deadlines();
  expect(() => {
    base.layer().dropFirst();
  }).toThrow('a layer never drops a deadline');
  expect(() => {
    base.fold();
  }).toThrow('only a layer can be folded');
});
