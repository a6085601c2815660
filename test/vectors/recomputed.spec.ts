import { createDecipheriv, createHash, createHmac, createPublicKey, hkdfSync, verify } from 'node:crypto';
import { changed, readVectors } from './read-vectors.js';

/**
 * The formats once more, from docs/adr/0002 and Node's own crypto alone: nothing here comes from libs/, and nothing
 * is shared with the code that writes records.
 */
const vectors = readVectors();
const sha256 = (...bytes: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of bytes) hash.update(part);
  return hash.digest();
};
const h = (tag: string, ...bytes: readonly (Buffer | string)[]): Buffer => sha256(`reciproca/1/${tag}\u0000`, ...bytes);
const raw = (text: string): Buffer => Buffer.from(text, 'base64url');
const uuid = (hash: Buffer): string =>
  hash
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{12})./, '$18')
    .replace(/^(.{16})(.)/, (_, start: string, digit: string) => start + ((parseInt(digit, 16) % 4) + 8).toString(16))
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

function rfc8785(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(rfc8785).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    if (!members.every(([key]) => /^[a-z][A-Za-z0-9]*$/.test(key))) throw new Error('a key');
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${rfc8785(member)}`).join(',')}}`;
  }
  const isWhole = typeof value === 'number' && Math.abs(value) < 2 ** 53 && Math.floor(value) === value;
  const isText = typeof value === 'string' && Buffer.from(value).toString() === value && !value.includes('\u0000');
  if (typeof value === 'boolean' || (isWhole && 1 / value !== -Infinity) || isText) return JSON.stringify(value);
  throw new Error('a value');
}

interface Head {
  readonly format: number;
  readonly stream: string;
  readonly revision: number;
  readonly previous: string;
  readonly type: string;
  readonly entry?: { readonly minutes: readonly number[] };
  readonly parts: readonly string[];
}
interface Part {
  readonly salt: string;
  readonly value: unknown;
}

const partHash = ({ salt, value }: Part): string => h('part', raw(salt), rfc8785(value)).toString('base64url');

/** True when text, hash, id and the hash of the record before belong together. */
function isSound(text: string, vector: { readonly hash: string; readonly id: string; readonly previous: string }): boolean {
  const lines = text.split('\n');
  const [headLine = '', partsLine = ''] = lines;
  if (lines.length !== 2) return false;
  const head = JSON.parse(headLine) as Head;
  const parts = JSON.parse(partsLine) as readonly Part[];
  const minutes = head.entry?.minutes ?? [];
  const hash = h('record', headLine);
  return [
    rfc8785(head) === headLine && rfc8785(parts) === partsLine && head.format === 1,
    parts.length === 1 + minutes.length && minutes.reduce((sum, leg) => sum + leg, 0) === 0,
    JSON.stringify(parts.map(partHash)) === JSON.stringify(head.parts),
    head.previous === vector.previous && hash.toString('base64url') === vector.hash && uuid(hash) === vector.id,
  ].every(Boolean);
}

const leaf = (hash: Buffer): Buffer => sha256(Buffer.of(0), hash);
const node = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.of(1), left, right);
const split = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** MTH of RFC 6962, 2.1. */
function root(leaves: readonly Buffer[]): Buffer {
  const [first = sha256()] = leaves;
  if (leaves.length <= 1) return first;
  return node(root(leaves.slice(0, split(leaves.length))), root(leaves.slice(split(leaves.length))));
}

/** PATH of RFC 6962, turned round: folds a proof, taken from its end, down to the leaf. */
function rootFrom(index: number, size: number, found: Buffer, proof: readonly Buffer[]): Buffer | undefined {
  const sibling = proof.at(-1);
  if (size === 1) return sibling ? undefined : found;
  if (!sibling) return undefined;
  const left = split(size);
  const rest = proof.slice(0, -1);
  const below = index < left ? rootFrom(index, left, found, rest) : rootFrom(index - left, size - left, found, rest);
  return below && (index < left ? node(below, sibling) : node(sibling, below));
}

const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: vectors.checkpoint.publicKey }, format: 'jwk' });

/** Size and root of a checkpoint whose one signature holds. */
function opened(note: string): { readonly origin: string; readonly size: number; readonly root: Buffer } | undefined {
  const [text = '', signatures = ''] = note.split('\n\n');
  const [origin = '', size = '', top = ''] = text.split('\n');
  const [, name = '', signed = ''] = /^\u2014 (\S+) (\S+)\n$/.exec(signatures) ?? [];
  const bytes = Buffer.from(signed, 'base64');
  const id = sha256(`${name}\n`, Buffer.of(1), raw(vectors.checkpoint.publicKey)).subarray(0, 4);
  const holds = name === origin && id.equals(bytes.subarray(0, 4)) && verify(null, Buffer.from(`${text}\n`), publicKey, bytes.subarray(4));
  return holds ? { origin, size: Number(size), root: Buffer.from(top, 'base64') } : undefined;
}

function isSoundReceipt(receipt: typeof vectors.receipt): boolean {
  const checkpoint = opened(receipt.checkpoint);
  const head = receipt.head as Head;
  const proof = receipt.proof.map(raw);
  const top = checkpoint && rootFrom(head.revision, checkpoint.size, leaf(h('record', rfc8785(head))), proof);
  return [
    top?.equals(checkpoint?.root ?? Buffer.alloc(0)) === true,
    checkpoint?.origin === `reciproca/1/${head.stream}`,
    partHash(receipt.body) === head.parts[0],
    partHash(receipt.leg) === head.parts[1 + receipt.leg.index],
  ].every(Boolean);
}

function hkdf(keys: readonly string[], tag: string, info: Buffer | string): Buffer {
  const bytes = keys.map((id) => raw(vectors.keys.find((key) => key.id === id)?.bytes ?? ''));
  const bound = Buffer.concat([Buffer.from(`reciproca/1/${tag}\u0000`), Buffer.from(info)]);
  return Buffer.from(hkdfSync('sha256', Buffer.concat(bytes), Buffer.alloc(0), bound, 32));
}

describe('whoever computes the vectors from the description alone agrees', () => {
  test.each(vectors.canonical)('canonical JSON: $name', ({ value, text, sha256: digest }) => {
    expect(rfc8785(value)).toBe(text);
    expect(sha256(text).toString('base64url')).toBe(digest);
  });

  test.each(vectors.refused)('canonical JSON refuses $name', ({ json }) => {
    expect(() => rfc8785(JSON.parse(json))).toThrow(/a key|a value/);
  });

  test('the records are one chain', () => {
    let previous = Buffer.alloc(32).toString('base64url');
    for (const [revision, record] of vectors.records.entries()) {
      expect(record).toMatchObject({ revision, previous });
      previous = record.hash;
    }
  });

  test.each(vectors.records)('record: $name', (record) => {
    expect(isSound(record.text, record)).toBe(true);
  });

  test.each(vectors.tamperedRecords)('record: $record, with $how', ({ record: name, ...change }) => {
    const record = vectors.records.find((one) => one.name === name);
    expect(record && isSound(changed(record.text, change), record)).toBe(false);
  });

  test.each(vectors.commands)('id of the command $name', ({ stream, actorKey, key, id }) => {
    expect(uuid(h('command', JSON.stringify([stream, actorKey, key])))).toBe(id);
  });

  test.each(vectors.newIds)('new id $kind $n', ({ command, kind, n, id }) => {
    expect(uuid(h('new', JSON.stringify([command, kind, n])))).toBe(id);
  });

  test.each(vectors.commandHashes)('hash of a command $name', ({ command, keys, input, hash }) => {
    const key = hkdf(keys, 'command', Buffer.from(command.replaceAll('-', ''), 'hex'));
    expect(rfc8785(JSON.parse(input))).toBe(input);
    expect(createHmac('sha256', key).update(input).digest('base64url')).toBe(hash);
  });

  test.each(vectors.texts)('text $name', ({ plain, sealed: { keys, nonce, text }, place }) => {
    const aad = rfc8785({ ...place, keys });
    const opening = (bound: string): string => {
      const cipher = createDecipheriv('aes-256-gcm', hkdf(keys, 'text', bound), raw(nonce));
      cipher.setAAD(Buffer.from(bound)).setAuthTag(raw(text).subarray(-16));
      return cipher.update(raw(text).subarray(0, -16), undefined, 'utf8') + cipher.final('utf8');
    };
    expect(opening(aad)).toBe(plain);
    expect(() => opening(aad.replace('"field":"', '"field":"x'))).toThrow('authenticate');
  });

  test.each(vectors.trees)('proofs of a tree of $size', ({ size, root: top, proofs }) => {
    const leaves = vectors.records.slice(0, size).map(({ hash }) => leaf(raw(hash)));
    expect(root(leaves)).toEqual(raw(top));
    expect(proofs).toHaveLength(size);
    for (const [index, proof] of proofs.entries()) {
      const steps = proof.map(raw);
      expect(rootFrom(index, size, leaves[index] ?? Buffer.alloc(0), steps)).toEqual(raw(top));
      for (const [step] of steps.entries()) {
        const other = steps.with(step, Buffer.alloc(32));
        expect(rootFrom(index, size, leaves[index] ?? Buffer.alloc(0), other)).not.toEqual(raw(top));
      }
    }
  });

  test('the checkpoint', () => {
    const { note, size, stream } = vectors.checkpoint;
    const top = vectors.trees.find((tree) => tree.size === size)?.root;
    expect(opened(note)).toEqual({ origin: `reciproca/1/${stream}`, size, root: raw(top ?? '') });
    expect(opened(note.replace(`\n${String(size)}\n`, '\n9\n'))).toBeUndefined();
  });

  test('the receipt', () => {
    expect(isSoundReceipt(vectors.receipt)).toBe(true);
  });

  test.each(vectors.tamperedReceipts)('the receipt with $how', (change) => {
    expect(isSoundReceipt(JSON.parse(changed(rfc8785(vectors.receipt), change)) as typeof vectors.receipt)).toBe(false);
  });
});
