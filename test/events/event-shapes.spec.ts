import { readFileSync } from 'node:fs';
import { eventShapes, mismatch, type Shape } from './event-shapes.js';
import { storedUnions } from './stored-events.js';

const committedFile = 'test/events/event-shapes.json';
const committed = JSON.parse(readFileSync(committedFile, 'utf8')) as Readonly<Record<string, Shape>>;
const today = storedUnions.flatMap(({ file, union, versions }) => {
  const versionOf: Readonly<Record<string, number>> = versions;
  return [...eventShapes(file, union)].map(([type, shape]) => ({ type, version: versionOf[type] ?? 0, shape }));
});

describe('the shape of stored events', () => {
  test.each(today)('$type version $version is as it was committed', ({ type, version, shape }) => {
    const known = committed[`${type}@${String(version)}`];
    const advice =
      known === undefined
        ? `${type} version ${String(version)} is new: add it to ${committedFile} as ${JSON.stringify(shape)}, and its golden file.`
        : `The shape of ${type} changed under version ${String(version)}: raise its version, write an upcaster from ` +
          `${String(version)}, and leave the committed shape and its golden file as they are.`;
    expect({ advice, shape: known }).toEqual({ advice, shape });
  });

  test('no committed shape is of a version that was never written', () => {
    const written = today.flatMap(({ type, version }) =>
      Array.from({ length: version }, (_, before) => `${type}@${String(before + 1)}`),
    );
    expect(Object.keys(committed).sort()).toEqual(written.sort());
  });
});

describe('comparing a value with a shape', () => {
  const shape: Shape = {
    keys: { kind: { literal: 'a' }, 'note?': 'text', marks: { list: { oneOf: ['number', 'boolean'] } } },
  };

  test.each([
    [{ kind: 'a', marks: [1, true] }, undefined],
    [{ kind: 'a', marks: [], note: 'x' }, undefined],
    [{ kind: 'b', marks: [] }, 'the event.kind is not "a"'],
    [{ kind: 'a' }, 'the event has no marks'],
    [{ kind: 'a', marks: [], more: 1 }, 'the event has more, which is unknown'],
    [{ kind: 'a', marks: ['x'] }, 'the event.marks[0] is none of what it may be'],
    [{ kind: 'a', marks: {} }, 'the event.marks is no list'],
    [{ kind: 'a', marks: [], note: 1 }, 'the event.note is not of the kind text'],
    ['a', 'the event is no object'],
  ])('%j: %s', (value, found) => {
    expect(mismatch(value, shape)).toBe(found);
  });
});
