import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a random nonce; the tag stands behind the text. */
export interface Sealed {
  readonly nonce: Uint8Array;
  readonly text: Uint8Array;
}

export function sealBytes(plain: Uint8Array | string, key: Uint8Array, bound: string, nonce = freshNonce()): Sealed {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  const text = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  return { nonce, text: Buffer.concat([text, cipher.final(), cipher.getAuthTag()]) };
}

/** @throws when it was tampered with, sealed under another key or bound to something else */
export function openBytes({ nonce, text }: Sealed, key: Uint8Array, bound: string): Buffer {
  if (nonce.length !== nonceBytes || text.length < tagBytes) throw new Error('not a sealed text');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(text.subarray(-tagBytes));
  return Buffer.concat([decipher.update(text.subarray(0, -tagBytes)), decipher.final()]);
}

const pooledNonces = 512;
let pool = Buffer.alloc(0);

/** From bytes asked of the system by the pool: never twice the same bytes. */
export function freshNonce(): Uint8Array {
  if (pool.length === 0) pool = randomBytes(pooledNonces * nonceBytes);
  const nonce = pool.subarray(0, nonceBytes);
  pool = pool.subarray(nonceBytes);
  return nonce;
}

export { nonceBytes };
