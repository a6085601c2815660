/** What goes back to the page that asked: until when its code holds, and what makes it another than the last one's. */
export interface AddressChallenge {
  readonly expiresAtMs: number;
  readonly nonce: string;
}

export const newAddressMs = 10 * 60_000;
const codesMax = 1_000_000;

export function challengeText({ expiresAtMs, nonce }: AddressChallenge): string {
  return `${String(expiresAtMs)}.${nonce}`;
}

/** undefined for what was not written by `challengeText`. */
export function challengeIn(text: string): AddressChallenge | undefined {
  const [, expiresAtMs, nonce] = /^(\d{13})\.([\w-]{22})$/.exec(text) ?? [];
  return expiresAtMs === undefined || nonce === undefined ? undefined : { expiresAtMs: Number(expiresAtMs), nonce };
}

/** Six digits out of a MAC: nothing is kept of a code, and nobody without the key finds it. */
export function codeIn(mac: Uint8Array): string {
  const number = mac.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % codesMax).padStart(6, '0');
}
