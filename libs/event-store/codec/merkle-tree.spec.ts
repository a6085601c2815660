import { createHash } from 'node:crypto';
import { inclusionProof, merkleRoot, rootByProof } from './merkle-tree.js';

const hashes = Array.from({ length: 33 }, (_, index) => createHash('sha256').update(String(index)).digest());

describe('the Merkle tree of a stream', () => {
  test('of no records is the hash of nothing, of one record its leaf', () => {
    expect(merkleRoot([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const leaf = createHash('sha256').update(Buffer.concat([Buffer.of(0), hashes[0] ?? Buffer.alloc(0)]));
    expect(merkleRoot(hashes.slice(0, 1))).toEqual(leaf.digest());
  });

  test('proves every record of every size, and nothing at another place or size', () => {
    for (let size = 1; size <= hashes.length; size += 1) {
      const tree = hashes.slice(0, size);
      const root = merkleRoot(tree);
      for (const [index, hash] of tree.entries()) {
        const proof = inclusionProof(index, tree);
        expect(rootByProof(index, size, hash, proof)).toEqual(root);
        if (size > 1) expect(rootByProof((index + 1) % size, size, hash, proof)).not.toEqual(root);
        expect(rootByProof(index, size, Buffer.alloc(32), proof)).not.toEqual(root);
        expect(rootByProof(index, size, hash, [...proof, Buffer.alloc(32)])).toBeUndefined();
        if (proof.length > 0) expect(rootByProof(index, size, hash, proof.slice(1))).toBeUndefined();
      }
    }
  });

  test.each([-1, 3, 0.5])('has no record %d of 3', (index) => {
    expect(() => inclusionProof(index, hashes.slice(0, 3))).toThrow(RangeError);
    expect(rootByProof(3, 3, Buffer.alloc(32), [])).toBeUndefined();
  });
});
