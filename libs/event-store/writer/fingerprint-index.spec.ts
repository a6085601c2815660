import fc from 'fast-check';
import { FingerprintIndex } from './fingerprint-index.js';

/** Of a UUID: its first and its last eight digits. Two UUIDs may share it, and then share a place. */
const fingerprint = (uuid: string): string => uuid.slice(0, 8) + uuid.slice(28);

test('finds the last revision set for every fingerprint and none for the others, through growth and a dump', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.uuid(), fc.nat()), { maxLength: 300 }), fc.uuid(), (all, stranger) => {
      const index = new FingerprintIndex(4);
      const expected = new Map(all.map(([uuid, revision]) => [fingerprint(uuid), revision]));
      for (const [uuid, revision] of all) index.set(uuid, revision);
      const back = FingerprintIndex.from(structuredClone(index.dump()));
      for (const uuid of [stranger, ...all.map(([known]) => known)]) {
        const revision = expected.get(fingerprint(uuid));
        expect([index.get(uuid), back.get(uuid)]).toEqual([revision, revision]);
      }
    }),
  );
});

test('a million UUIDs take 12 MB in a dump and are found', () => {
  const index = new FingerprintIndex();
  const uuid = (n: number) => {
    const digits = Math.imul(n, 2_654_435_761) >>> 0;
    return `${digits.toString(16).padStart(8, '0')}-0000-4000-8000-0000${n.toString(16).padStart(8, '0')}`;
  };
  for (let n = 0; n < 1_000_000; n++) index.set(uuid(n), n);
  const { capacity, high, low, revisions } = index.dump();
  expect(capacity).toBe(2 ** 21);
  expect(high.byteLength + low.byteLength + revisions.byteLength).toBe(12_000_000);
  expect(index.get(uuid(777_777))).toBe(777_777);
  expect(index.get(uuid(1_000_001))).toBeUndefined();
});
