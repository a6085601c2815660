import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import {
  StoreDamaged,
  type CommandId,
  type Draft,
  type EncodedRecord,
  type KeyId,
  type SealedPlace,
  type SealedText,
  type StreamId,
} from '#kernel';
import { canonical, createCodec, inclusionProof, isSoundReceipt, merkleRoot, openCheckpoint, receiptOf, rootByProof, signCheckpoint, type Receipt } from '#event-store';
import { KeyVault, MemoryKeyStore, wrapKey } from '#membership';
import { changed, readVectors, type RecordVector } from './read-vectors.js';

const vectors = readVectors();
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
const versions = Object.fromEntries(vectors.records.map(({ type }) => [type, 1]));
const codec = createCodec({ versions });
const hashes = vectors.records.map(({ hash }) => bytes(hash));
const pkcs8Ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const privateKey = createPrivateKey({
  key: Buffer.concat([pkcs8Ed25519, bytes(vectors.checkpoint.privateKey)]),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(privateKey);

function encoded({ stream, revision, type, id, hash, text }: RecordVector): EncodedRecord {
  return { stream: stream as StreamId, revision, type, id, hash: bytes(hash), text };
}

function damaged(record: RecordVector, text: string): () => void {
  return () => {
    codec.verify({ ...encoded(record), text }, bytes(record.previous));
  };
}

describe('our code agrees with the vectors', () => {
  test.each(vectors.canonical)('canonical JSON: $name', ({ value, text, sha256 }) => {
    expect(canonical(value)).toBe(text);
    expect(createHash('sha256').update(text).digest('base64url')).toBe(sha256);
  });

  test.each(vectors.refused)('canonical JSON refuses $name', ({ json }) => {
    expect(() => canonical(JSON.parse(json))).toThrow(TypeError);
  });

  test.each(vectors.records)('record: $name', (record) => {
    expect(damaged(record, record.text)).not.toThrow();
    const salts = [...record.text.matchAll(/"salt":"([^"]*)"/g)].map(([, salt = '']) => bytes(salt));
    const again = createCodec({ versions, salts: () => salts.shift() ?? Buffer.alloc(0) });
    const recorded = codec.decode(encoded(record));
    const draft: Draft = { ...recorded, previous: bytes(record.previous) };
    const made = again.encode(draft);
    expect(made).toMatchObject(encoded(record));
    expect(Object.keys(made).toSorted()).toEqual(Object.keys(encoded(record)).toSorted());
  });

  test.each(vectors.tamperedRecords)('record: $record, with $how', ({ record: name, ...change }) => {
    const record = vectors.records.find((one) => one.name === name);
    expect(record && damaged(record, changed(record.text, change))).toThrow(StoreDamaged);
  });

  test.each(vectors.commands)('id of the command $name', ({ stream, actorKey, key, id }) => {
    expect(codec.commandId(stream as StreamId, actorKey, key)).toBe(id);
  });

  test.each(vectors.newIds)('new id $kind $n', ({ command, kind, n, id }) => {
    expect(codec.newId(command as CommandId, kind, n)).toBe(id);
  });

  test.each(vectors.commandHashes)('hash of a command $name', async ({ command, keys, input, hash }) => {
    await expect((await vault()).commandHash(command as CommandId, keys as KeyId[], input)).resolves.toBe(hash);
  });

  test.each(vectors.texts)('text $name', async ({ plain, sealed, place }) => {
    const [text, at] = [sealed as SealedText, place as SealedPlace];
    const sealing = await vault(bytes(sealed.nonce));
    await expect(sealing.seal(plain, text.keys, at)).resolves.toEqual(text);
    await expect(sealing.open(text, at)).resolves.toBe(plain);
    await expect(sealing.open(text, { ...at, field: 'other' })).rejects.toThrow('belongs elsewhere');
  });

  test.each(vectors.trees)('proofs of a tree of $size', ({ size, root, proofs }) => {
    const tree = hashes.slice(0, size);
    expect(merkleRoot(tree)).toEqual(bytes(root));
    for (const [index, hash] of tree.entries()) {
      const proof = (proofs[index] ?? []).map(bytes);
      expect(inclusionProof(index, tree)).toEqual(proof);
      expect(rootByProof(index, size, hash, proof)).toEqual(bytes(root));
    }
  });

  test('the checkpoint', () => {
    const { note, size, publicKey: published } = vectors.checkpoint;
    const stream = vectors.checkpoint.stream as StreamId;
    const root = merkleRoot(hashes.slice(0, size));
    expect(publicKey.export({ format: 'jwk' }).x).toBe(published);
    expect(signCheckpoint({ stream, size, root }, privateKey)).toBe(note);
    expect(openCheckpoint(note, publicKey)).toEqual({ stream, size, root });
  });

  test('the receipt', () => {
    const receipt = vectors.receipt;
    const record = vectors.records.find(({ name }) => name.startsWith('entry of 2 legs'));
    const account = (receipt.leg.value as { account: never }).account;
    expect(record && receiptOf(encoded(record), account, hashes.slice(0, 8), receipt.checkpoint)).toEqual(receipt);
    expect(isSoundReceipt(receipt, publicKey)).toBe(true);
  });

  test.each(vectors.tamperedReceipts)('the receipt with $how', (change) => {
    expect(isSoundReceipt(JSON.parse(changed(canonical(vectors.receipt), change)) as Receipt, publicKey)).toBe(false);
  });
});

async function vault(nonce?: Uint8Array): Promise<KeyVault> {
  const store = new MemoryKeyStore();
  const masterKey = new Uint8Array(32);
  await store.keep(
    vectors.keys.map((key) => wrapKey(key.id as KeyId, { kind: 'bank', id: key.id }, bytes(key.bytes), masterKey)),
  );
  return new KeyVault({ store, masterKey, clock: { now: () => 0 }, canonical, ...(nonce && { nonces: () => nonce }) });
}
