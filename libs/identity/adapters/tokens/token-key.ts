import { open, readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';

/** The pair of keys behind all tokens of one installation; the thumbprint of its public half is its name. */
export interface TokenKey {
  readonly id: string;
  readonly signing: CryptoKey;
  readonly checking: CryptoKey;
}

/** Reads the key, or makes it on the first start, readable to its owner alone. */
export async function readTokenKey(file: string): Promise<TokenKey> {
  const kept = await keptKey(file);
  return kept ?? readOwnKey(await makeKey(file), file);
}

async function keptKey(file: string): Promise<TokenKey | undefined> {
  try {
    return await readOwnKey(await readFile(file, 'utf8'), file);
  } catch (trouble) {
    if (hasCode(trouble, 'ENOENT')) return undefined;
    throw trouble;
  }
}

async function readOwnKey(text: string, file: string): Promise<TokenKey> {
  const jwk = asJwk(text);
  if (jwk?.kty !== 'OKP' || jwk.crv !== 'Ed25519' || jwk.d === undefined || jwk.x === undefined) {
    throw new Error(`${file} does not hold an Ed25519 private key as a JWK`);
  }
  const { kty, crv, x } = jwk;
  const signing = await importJWK(jwk, 'EdDSA');
  const checking = await importJWK({ kty, crv, x }, 'EdDSA');
  if (signing instanceof Uint8Array || checking instanceof Uint8Array)
    throw new Error(`${file} holds a secret, not a pair of keys`);
  return { id: await calculateJwkThumbprint({ kty, crv, x }), signing, checking };
}

function asJwk(text: string): JWK | undefined {
  try {
    return JSON.parse(text) as JWK;
  } catch {
    return undefined;
  }
}

/** Two servers may start at once: whoever creates the file first has made the key, the other reads it. */
async function makeKey(file: string): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const text = `${JSON.stringify(await exportJWK(privateKey))}\n`;
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(text);
    await handle.close();
    return text;
  } catch (trouble) {
    if (hasCode(trouble, 'EEXIST')) return readFile(file, 'utf8');
    throw trouble;
  }
}

function hasCode(trouble: unknown, code: string): boolean {
  return typeof trouble === 'object' && trouble !== null && 'code' in trouble && trouble.code === code;
}
