import { hmac } from './hmac.js';

const noSalt = Buffer.alloc(0);

/**
 * HKDF-SHA-256 with an empty salt, as its two HMACs: the first is the same for everything under the same keys, so it
 * is worth keeping.
 *
 * @param keys 32 bytes each, in the order of their ids
 */
export function extract(keys: readonly Uint8Array[]): Buffer {
  return Buffer.from(hmac('hex', noSalt, ...keys), 'hex');
}

const firstBlock = Buffer.of(1);
const prefixes = { text: 'reciproca/1/text\0', command: 'reciproca/1/command\0' } as const;

/** 32 bytes for one purpose: `tag` says which, `info` what for. */
export function expand(extracted: Uint8Array, tag: keyof typeof prefixes, info: Uint8Array | string): Buffer {
  return Buffer.from(hmac('hex', extracted, prefixes[tag], info, firstBlock), 'hex');
}
