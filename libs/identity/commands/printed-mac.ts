import type { Secrets } from '../ports/secrets.js';

/** Under what a printed code is kept. */
export function printedMac(secrets: Pick<Secrets, 'mac'>, letters: string): Uint8Array {
  return secrets.mac('printed-code', `entered/${letters}`);
}
