import { createHmac, hkdfSync } from 'node:crypto';

/** What stands for an e-mail address where one is looked up: the same for upper and lower case, and nothing to whoever lacks the key. */
export type AddressDigest = (address: string) => string;

/** HMAC-SHA-256 under a key that follows from the master key; base64url. */
export function addressDigest(masterKey: Uint8Array): AddressDigest {
  const key = Buffer.from(hkdfSync('sha256', masterKey, '', 'reciproca/1/address', 32));
  return (address) => createHmac('sha256', key).update(sameForAll(address)).digest('base64url');
}

function sameForAll(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}
