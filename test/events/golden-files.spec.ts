import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createCodec } from '#event-store';
import type { EncodedRecord, StreamId } from '#kernel';
import { eventShapes, mismatch } from './event-shapes.js';
import { storedUnions, storedUpcasters } from './stored-events.js';

/** One stored text of every event type and version ever written: `<Type>.<version>.txt`. Never changed, never removed. */
const folder = 'test/events/golden';
/** What each was when it was committed, as `sha256sum` writes it: the hash of a record is computed from its own text. */
const digestsFile = 'test/events/golden.sha256';
const versions = Object.fromEntries(storedUnions.flatMap((union) => Object.entries<number>(union.versions)));
const shapes = new Map(storedUnions.flatMap(({ file, union }) => [...eventShapes(file, union)]));
const codec = createCodec({ versions, upcasters: storedUpcasters });

function read(file: string): EncodedRecord {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const [line = ''] = text.split('\n');
  const { stream, revision, type } = JSON.parse(line) as { stream: StreamId; revision: number; type: string };
  const hash = createHash('sha256').update(`reciproca/1/record\u0000${line}`).digest();
  const hex = hash.toString('hex');
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) % 4);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return { stream, revision, type, id: [...groups, hex.slice(20, 32)].join('-'), hash, text };
}

describe('golden files', () => {
  test('there is one for every type and version', () => {
    const expected = Object.entries(versions).flatMap(([type, version]) =>
      Array.from({ length: version }, (_, before) => `${type}.${String(before + 1)}.txt`),
    );
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(expected));
  });

  test(`each is what it was when it was written: ${digestsFile} names them all, and a new one adds its line`, () => {
    const found = readdirSync(folder).map((file) => {
      const digest = createHash('sha256').update(readFileSync(`${folder}/${file}`));
      return `${digest.digest('hex')}  ${file}`;
    });
    expect(found.sort()).toEqual(readFileSync(digestsFile, 'utf8').trimEnd().split('\n').sort());
  });

  test.each(readdirSync(folder))('%s is sound and reads as an event of today', (file) => {
    const record = read(file);
    expect(() => {
      codec.verify(record, new Uint8Array(32).fill(9));
    }).not.toThrow();
    const { event } = codec.decode(record);
    const shape = shapes.get(event.type);
    expect(shape).toBeDefined();
    expect(shape && mismatch(event, shape)).toBeUndefined();
  });
});
