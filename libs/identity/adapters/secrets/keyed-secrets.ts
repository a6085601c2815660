import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto';
import type { SecretUse, Secrets } from '../../ports/secrets.js';

const [nonceBytes, tagBytes] = [12, 16];
const codesMax = 1_000_000;

/** Secrets under keys derived from the master key, which lies outside the database. */
export class KeyedSecrets implements Secrets {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly masterKey: Uint8Array) {}

  id(): string {
    return randomUUID();
  }

  random(): string {
    return randomBytes(32).toString('base64url');
  }

  code(): string {
    return String(randomInt(codesMax)).padStart(6, '0');
  }

  hash(secret: string): Uint8Array {
    return createHash('sha256').update(secret).digest();
  }

  mac(use: SecretUse, text: string): Uint8Array {
    return createHmac('sha256', this.key(use)).update(text).digest();
  }

  areEqual(one: Uint8Array, other: Uint8Array): boolean {
    return one.length === other.length && timingSafeEqual(one, other);
  }

  seal(text: string): Uint8Array {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key('sealed'), nonce);
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  open(sealed: Uint8Array): string {
    const [nonce, text, tag] = [
      sealed.subarray(0, nonceBytes),
      sealed.subarray(nonceBytes, -tagBytes),
      sealed.subarray(-tagBytes),
    ];
    const decipher = createDecipheriv('aes-256-gcm', this.key('sealed'), nonce).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  }

  private key(use: SecretUse | 'sealed'): Buffer {
    const known = this.keys.get(use);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.masterKey, '', `reciproca/1/identity/${use}`, 32));
    this.keys.set(use, key);
    return key;
  }
}
