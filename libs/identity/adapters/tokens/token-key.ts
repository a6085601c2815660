import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';

/** A pair of keys that signs and checks tokens; the thumbprint of its public half is its name. */
export interface TokenKey {
  readonly id: string;
  readonly signing: CryptoKey;
  readonly checking: CryptoKey;
  /** A new key waits until every process knows it. */
  readonly signsFromMs: number;
  /** A replaced key checks until the last token that it signed has expired. */
  readonly checksUntilMs: number;
}

/** As it stands in a file: an Ed25519 private JWK, with the two instants where they matter. */
export interface KeptKey extends JWK {
  readonly signsFrom?: string;
  readonly checksUntil?: string;
}

export async function newKey(): Promise<KeptKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return exportJWK(privateKey);
}

/** @throws with one sentence for anything but an Ed25519 private key */
export async function tokenKeyOf(kept: KeptKey, file: string): Promise<TokenKey> {
  const { kty, crv, x, d, signsFrom, checksUntil } = kept;
  if (kty !== 'OKP' || crv !== 'Ed25519' || d === undefined || x === undefined) throw notAKey(file);
  const signing = await importJWK({ kty, crv, x, d }, 'EdDSA');
  const checking = await importJWK({ kty, crv, x }, 'EdDSA');
  if (signing instanceof Uint8Array || checking instanceof Uint8Array) throw notAKey(file);
  return {
    id: await calculateJwkThumbprint({ kty, crv, x }),
    signing,
    checking,
    signsFromMs: signsFrom === undefined ? -Infinity : Date.parse(signsFrom),
    checksUntilMs: checksUntil === undefined ? Infinity : Date.parse(checksUntil),
  };
}

export function notAKey(file: string): Error {
  return new Error(`${file} does not hold an Ed25519 private key as a JWK, nor a set of them`);
}
