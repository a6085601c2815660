import { randomBytes } from 'node:crypto';

/** Where the 16 bytes come from that keep a part from being guessed by its hash; new at every call. */
export type Salts = () => Uint8Array;

export const saltBytes = 16;
const poolBytes = 512 * saltBytes;

/** Random bytes asked of the system by the pool: one at a time costs more than the rest of a record. */
export function randomSalts(): Salts {
  let pool = randomBytes(poolBytes);
  let taken = 0;
  return () => {
    if (taken === poolBytes) {
      pool = randomBytes(poolBytes);
      taken = 0;
    }
    taken += saltBytes;
    return pool.subarray(taken - saltBytes, taken);
  };
}
