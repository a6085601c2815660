import { hash } from 'node:crypto';

/** The Merkle tree of RFC 6962 over the record hashes of one stream: SHA-256, a leaf for each record. */
const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

/** The root of the tree over the first records of a stream, given their hashes in order. */
export function merkleRoot(recordHashes: readonly Uint8Array[]): Buffer {
  return rootOf(recordHashes.map(leafHash));
}

/** The hashes that lead from the record at `index` up to the root, lowest first (PATH of RFC 6962, 2.1.1). */
export function inclusionProof(index: number, recordHashes: readonly Uint8Array[]): readonly Buffer[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= recordHashes.length) {
    throw new RangeError(`no record ${String(index)} in a tree of ${String(recordHashes.length)}`);
  }
  return pathOf(index, recordHashes.map(leafHash));
}

/** The root that a proof leads to; undefined where a proof of another length would be needed (RFC 9162, 2.1.3.2). */
export function rootByProof(
  index: number,
  size: number,
  recordHash: Uint8Array,
  proof: readonly Uint8Array[],
): Buffer | undefined {
  if (index < 0 || index >= size) return undefined;
  let place = index;
  let last = size - 1;
  let root = leafHash(recordHash);
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      root = nodeHash(sibling, root);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      root = nodeHash(root, sibling);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}

function leafHash(recordHash: Uint8Array): Buffer {
  return sha256(leafPrefix, recordHash);
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(nodePrefix, left, right);
}

function sha256(...bytes: readonly Uint8Array[]): Buffer {
  return hash('sha256', Buffer.concat(bytes), 'buffer');
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return sha256();
  if (leaves.length === 1) return only;
  const left = leftSize(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

function pathOf(index: number, leaves: readonly Buffer[]): readonly Buffer[] {
  if (leaves.length === 1) return [];
  const left = leftSize(leaves.length);
  return index < left
    ? [...pathOf(index, leaves.slice(0, left)), rootOf(leaves.slice(left))]
    : [...pathOf(index - left, leaves.slice(left)), rootOf(leaves.slice(0, left))];
}

/** The largest power of two below `size`. */
function leftSize(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}
