import fc from 'fast-check';
import { FingerprintIndex } from './fingerprint-index.js';

test('finds the last revision set for every UUID and none for the others, through growth and a dump', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.uuid(), fc.nat()), { maxLength: 300 }), fc.uuid(), (all, stranger) => {
      const index = new FingerprintIndex(4);
      const expected = new Map(all);
      for (const [uuid, revision] of all) index.set(uuid, revision);
      const back = FingerprintIndex.from(structuredClone(index.dump()));
      for (const [uuid, revision] of expected) expect([index.get(uuid), back.get(uuid)]).toEqual([revision, revision]);
      expect(back.get(stranger)).toBe(expected.get(stranger));
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
