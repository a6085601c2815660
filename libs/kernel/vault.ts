import type { KeyOwner } from './decider.js';
import type { CommandId, KeyId, StreamId } from './ids.js';
import type { SealedText } from './record.js';

/** What a sealed text is bound to; it opens nowhere else. */
export interface SealedPlace {
  readonly stream: StreamId;
  readonly entity: string;
  readonly field: string;
}

/** Holds the data keys, seals and opens texts. Keys never leave it. */
export interface Vault {
  /** Makes a key for an owner who has none; answers the ids of the owners' current keys, ascending, no duplicates. */
  ensureKeys(owners: readonly KeyOwner[]): Promise<readonly KeyId[]>;
  /** Ids of the owners' current keys, ascending, no duplicates. An owner without a living key contributes none. */
  keysOf(owners: readonly KeyOwner[]): Promise<readonly KeyId[]>;
  /** @throws KeyDestroyed when one of the keys is gone */
  seal(plain: string, keys: readonly KeyId[], place: SealedPlace): Promise<SealedText>;
  /** undefined once one of the keys is destroyed. @throws when the text was tampered with or belongs elsewhere */
  open(sealed: SealedText, place: SealedPlace): Promise<string | undefined>;
  /** HMAC-SHA-256 under HKDF(keys, "command", command id) of canonical JSON; base64url. undefined once a key is destroyed. */
  commandHash(command: CommandId, keys: readonly KeyId[], canonicalInput: string): Promise<string | undefined>;
}

/** A key that texts were to be sealed under was destroyed. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
}
