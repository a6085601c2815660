import type { KeyId, KeyOwner, WrappedKey } from '#kernel';
import { nonceBytes, openBytes, sealBytes } from './gcm.js';

/** A data key under the master key, bound to its id and its owner: nonce, text and tag in one. */
export function wrapKey(id: KeyId, owner: KeyOwner, bytes: Uint8Array, masterKey: Uint8Array): WrappedKey {
  const { nonce, text } = sealBytes(bytes, masterKey, boundTo(id, owner));
  return { id, owner, wrapped: Buffer.concat([nonce, text]) };
}

/** @throws naming the key when it was wrapped by another master key, or for another owner */
export function unwrapKey({ id, owner, wrapped }: WrappedKey, masterKey: Uint8Array): Buffer {
  const sealed = { nonce: wrapped.subarray(0, nonceBytes), text: wrapped.subarray(nonceBytes) };
  try {
    return openBytes(sealed, masterKey, boundTo(id, owner));
  } catch (cause) {
    throw new Error(`the master key does not open the data key ${id}`, { cause });
  }
}

/** Canonical JSON of ids and kinds, which need no escape. */
function boundTo(id: KeyId, owner: KeyOwner): string {
  return `{"id":"${id}","owner":{"id":"${owner.id}","kind":"${owner.kind}"}}`;
}
