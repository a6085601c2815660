import {
  KeyDestroyed,
  type Clock,
  type Codec,
  type CommandId,
  type KeyHolder,
  type KeyId,
  type KeyOwner,
  type KeyStore,
  type SealedPlace,
  type SealedText,
  type Vault,
} from '#kernel';
import { freshNonce, openBytes, sealBytes } from './gcm.js';
import { expand } from './hkdf.js';
import { hmac } from './hmac.js';
import { KeyRing } from './key-ring.js';

export interface KeyVaultParts {
  readonly store: KeyStore;
  /** 32 bytes. */
  readonly masterKey: Uint8Array;
  readonly clock: Clock;
  readonly canonical: Codec['canonical'];
  /** Only vectors fix them. */
  readonly nonces?: () => Uint8Array;
}

/** Seals and opens texts as docs/adr/0002 says. */
export class KeyVault implements Vault, KeyHolder {
  private readonly ring: KeyRing;
  private readonly canonical: Codec['canonical'];
  private readonly nonces: () => Uint8Array;

  constructor({ store, masterKey, clock, canonical, nonces = freshNonce }: KeyVaultParts) {
    if (masterKey.length !== 32) throw new TypeError('a master key is 32 bytes');
    this.ring = new KeyRing(store, masterKey, clock);
    this.canonical = canonical;
    this.nonces = nonces;
  }

  async ensureKeys(owners: readonly KeyOwner[]): Promise<readonly KeyId[]> {
    return ascending(await this.ring.ensure(owners));
  }

  async keysOf(owners: readonly KeyOwner[]): Promise<readonly KeyId[]> {
    return ascending(await this.ring.idsOf(owners));
  }

  async seal(plain: string, keys: readonly KeyId[], place: SealedPlace): Promise<SealedText> {
    const secret = await this.ring.secretOf(inOrder(keys));
    if (!secret) throw new KeyDestroyed(`a key of ${place.stream} is destroyed`);
    const bound = this.boundTo(keys, place);
    const { nonce, text } = sealBytes(plain, expand(secret, 'text', bound), bound, this.nonces());
    return { keys, nonce: base64url(nonce), text: base64url(text) };
  }

  async open({ keys, nonce, text }: SealedText, place: SealedPlace): Promise<string | undefined> {
    const secret = await this.ring.secretOf(inOrder(keys));
    if (!secret) return undefined;
    const bound = this.boundTo(keys, place);
    const sealed = { nonce: Buffer.from(nonce, 'base64url'), text: Buffer.from(text, 'base64url') };
    try {
      return openBytes(sealed, expand(secret, 'text', bound), bound).toString();
    } catch (cause) {
      throw new Error(`a text of ${place.stream} was changed or belongs elsewhere`, { cause });
    }
  }

  async commandHash(command: CommandId, keys: readonly KeyId[], canonicalInput: string): Promise<string | undefined> {
    const secret = await this.ring.secretOf(inOrder(keys));
    if (!secret) return undefined;
    const key = expand(secret, 'command', Buffer.from(command.replaceAll('-', ''), 'hex'));
    return hmac('base64url', key, canonicalInput);
  }

  forget(key?: KeyId): void {
    this.ring.forget(key);
  }

  private boundTo(keys: readonly KeyId[], { stream, entity, field }: SealedPlace): string {
    return this.canonical({ stream, entity, field, keys });
  }
}

/** @throws TypeError: the order is part of the format, and text under no key is plain text */
function inOrder(keys: readonly KeyId[]): readonly KeyId[] {
  let last = '';
  for (const key of keys) {
    if (key <= last) throw new TypeError('keys are ascending, without duplicates');
    last = key;
  }
  if (last === '') throw new TypeError('there is no text without a key');
  return keys;
}

function ascending(keys: readonly KeyId[]): readonly KeyId[] {
  return keys.length < 2 ? keys : [...new Set(keys)].sort();
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}
