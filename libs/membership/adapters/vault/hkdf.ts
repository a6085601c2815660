import { createHmac } from 'node:crypto';

/**
 * HKDF-SHA-256 with an empty salt, as its two HMACs: the first is the same for everything under the same keys, so it
 * is worth keeping.
 *
 * @param keys 32 bytes each, in the order of their ids
 */
export function extract(keys: readonly Uint8Array[]): Buffer {
  return createHmac('sha256', '').update(Buffer.concat(keys)).digest();
}

const firstBlock = Buffer.of(1);

/** 32 bytes for one purpose: `tag` says which, `info` what for. */
export function expand(extracted: Uint8Array, tag: 'text' | 'command', info: Uint8Array | string): Buffer {
  return createHmac('sha256', extracted).update(`reciproca/1/${tag}\0`).update(info).update(firstBlock).digest();
}
