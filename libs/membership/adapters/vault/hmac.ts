import { hash } from 'node:crypto';

const blockBytes = 64;
const scratchBytes = 8_192;
const inner = Buffer.alloc(scratchBytes);
const outer = Buffer.alloc(blockBytes + 32);

/**
 * HMAC-SHA-256 of some texts and bytes, one after the other, by two hashes of whole buffers: an object of node:crypto's
 * for each would cost more than the hashes, in memory that the collector has to follow.
 *
 * @param key at most 64 bytes
 */
export function hmac(
  encoding: 'base64url' | 'hex',
  key: Uint8Array,
  ...parts: readonly (Uint8Array | string)[]
): string {
  if (key.length > blockBytes) throw new TypeError('a key is at most 64 bytes');
  for (let i = 0; i < blockBytes; i += 1) {
    const byte = key[i] ?? 0;
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  outer.write(hash('sha256', messageOf(parts), 'hex'), blockBytes, 'hex');
  return hash('sha256', outer, encoding);
}

/** Behind the inner block: in the scratch bytes where it fits. */
function messageOf(parts: readonly (Uint8Array | string)[]): Uint8Array {
  // No UTF-16 unit takes more than three bytes.
  const most = parts.reduce(
    (sum, part) => sum + (typeof part === 'string' ? part.length * 3 : part.length),
    blockBytes,
  );
  if (most > scratchBytes)
    return Buffer.concat([inner.subarray(0, blockBytes), ...parts.map((part) => Buffer.from(part))]);
  let end = blockBytes;
  for (const part of parts) {
    if (typeof part === 'string') end += inner.write(part, end);
    else {
      inner.set(part, end);
      end += part.length;
    }
  }
  return inner.subarray(0, end);
}
