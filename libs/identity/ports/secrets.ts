/** Each use has a key of its own, so that a MAC made for one is worth nothing for another. */
export type SecretUse =
  'address' | 'code' | 'printed-code' | 'new-address' | 'provider' | 'refresh' | 'request' | 'throttle';

/** What nobody can guess, and what nobody can turn back. */
export interface Secrets {
  /** A UUID that names something and opens nothing. */
  id(): string;
  /** 256 random bits in base64url. */
  random(): string;
  /** Six digits, each code as likely as the next. */
  code(): string;
  /** Of a secret with 256 bits of its own: whoever reads the hash cannot use it. */
  hash(secret: string): Uint8Array;
  /** Of what is short enough to be tried out: nobody can without the key. */
  mac(use: SecretUse, text: string): Uint8Array;
  /** Takes the same time wherever they differ. */
  areEqual(one: Uint8Array, other: Uint8Array): boolean;
  /** A text at rest, for as long as it waits. */
  seal(text: string): Uint8Array;
  open(sealed: Uint8Array): string;
}

/** Nest's name for the port. */
export const SECRETS = Symbol('Secrets');
