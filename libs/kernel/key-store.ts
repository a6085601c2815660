import type { KeyOwner } from './decider.js';
import type { KeyId } from './ids.js';

/** A data key as it is stored: wrapped by the master key, bound to its id and its owner. It never changes but by re-wrapping. */
export interface WrappedKey {
  readonly id: KeyId;
  readonly owner: KeyOwner;
  readonly wrapped: Uint8Array;
}

/** Where wrapped data keys lie. It sees no key in plain. */
export interface KeyStore {
  /** Keeps each candidate whose owner has no key yet; answers the key that stands for each owner, whoever made it. */
  keep(candidates: readonly WrappedKey[]): Promise<readonly WrappedKey[]>;
  /** The keys of these owners; an owner without one contributes none. */
  ofOwners(owners: readonly KeyOwner[]): Promise<readonly WrappedKey[]>;
  /** The keys with these ids that still live. */
  byIds(ids: readonly KeyId[]): Promise<readonly WrappedKey[]>;
  /** Removes all keys of these owners for ever, and tells every process. Answers their ids. */
  destroy(owners: readonly KeyOwner[]): Promise<readonly KeyId[]>;
}

/** Holds keys in memory, and must let go of them. */
export interface KeyHolder {
  /** Drops what is known of one key, or of all when it cannot be known which were destroyed. */
  forget(key?: KeyId): void;
}
