import { hash } from 'node:crypto';

const none = new Uint8Array(0);
const scratchBytes = 8_192;

/**
 * H(tag, lead ‖ text): SHA-256 of "reciproca/1/" + tag, a zero byte, the bytes of `lead` and `text` in UTF-8.
 * As a string: bytes of their own would cost as much again, in memory that the collector has to follow.
 */
export type TaggedHash = (encoding: 'base64url' | 'hex', text: string, lead?: Uint8Array) => string;

/** One hash for each tag, so that what is hashed for one purpose never stands for another. */
export function taggedHash(tag: string): TaggedHash {
  const prefix = Buffer.from(`reciproca/1/${tag}\0`);
  const scratch = Buffer.alloc(scratchBytes);
  prefix.copy(scratch);
  return (encoding, text, lead = none) => {
    const start = prefix.length + lead.length;
    // No UTF-16 unit takes more than three bytes.
    if (start + text.length * 3 > scratchBytes)
      return hash('sha256', Buffer.concat([prefix, lead, Buffer.from(text)]), encoding);
    scratch.set(lead, prefix.length);
    return hash('sha256', scratch.subarray(0, start + scratch.write(text, start)), encoding);
  };
}

/** U(h): the first 16 bytes of a hash, given in hex, as a UUID of version 8, variant 10. */
export function uuidOf(hex: string): string {
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}
