import { createHmac, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** What a forger may know, and the key that no forger has: with it we sign what we would never sign. */
export interface Target {
  readonly signing: KeyObject;
  /** The name of the key. */
  readonly kid: string;
  /** Who a good token is of. */
  readonly person: string;
  readonly nowSeconds: number;
}

export interface Forgery {
  readonly family: string;
  /** From 0 to 9. */
  readonly number: number;
  readonly token: string;
}

/** Ten tokens that nobody may accept, for one reason. */
export type Family = (target: Target) => readonly string[];

export function goodHeader({ kid }: Target): object {
  return { alg: 'EdDSA', typ: 'at+jwt', kid };
}

export function goodClaims({ person, nowSeconds }: Target): Readonly<Record<string, unknown>> {
  return { sub: person, iss: 'reciproca', aud: 'reciproca-api', iat: nowSeconds, exp: nowSeconds + 600 };
}

export const encoded = (value: unknown): string => {
  const text = typeof value === 'string' || value instanceof Buffer ? value : JSON.stringify(value);
  return Buffer.from(text).toString('base64url');
};

/** Header and claims as given, be they JSON or not, and whatever signs them. */
export function jws(header: unknown, claims: unknown, signedBy: (input: Buffer) => Buffer): string {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${signedBy(Buffer.from(input)).toString('base64url')}`;
}

export const ours =
  ({ signing }: Target) =>
  (input: Buffer): Buffer =>
    sign(null, input, signing);

export const nothing = (): Buffer => Buffer.alloc(0);

export const hmac =
  (hash: 'sha256' | 'sha384' | 'sha512', secret: string | Buffer) =>
  (input: Buffer): Buffer =>
    createHmac(hash, secret).update(input).digest();

/** A token as we issue it. */
export function goodToken(target: Target): string {
  return jws(goodHeader(target), goodClaims(target), ours(target));
}

/** Signed by us with claims that we do not sign, or without one of ours. */
export function withClaim(target: Target, name: string, value?: unknown): string {
  const claims = { ...goodClaims(target), [name]: value };
  return jws(goodHeader(target), claims, ours(target));
}

/** Signed by us under a header that we do not write. */
export function withHeader(target: Target, header: object): string {
  return jws({ ...goodHeader(target), ...header }, goodClaims(target), ours(target));
}

export const stranger = generateKeyPairSync('ed25519');
export const strangerJwk = stranger.publicKey.export({ format: 'jwk' });
export const byStranger = (input: Buffer): Buffer => sign(null, input, stranger.privateKey);

/** Signed by a stranger, whatever the header says about it. */
export function strangers(target: Target, header: object): string {
  return jws({ ...goodHeader(target), ...header }, goodClaims(target), byStranger);
}

export const publicHalf = ({ signing }: Target): KeyObject => createPublicKey(signing);
