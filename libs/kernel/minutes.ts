import type { Brand } from './ids.js';

/** Whole minutes, signed. Hours are never fractions of anything. */
export type Minutes = Brand<number, 'Minutes'>;

/** Gapless from 1, given by the decider. */
export type EntryNumber = Brand<number, 'EntryNumber'>;

/** @throws TypeError when it is not a whole number of minutes. */
export function minutes(value: number): Minutes {
  if (!Number.isSafeInteger(value)) throw new TypeError(`not whole minutes: ${String(value)}`);
  return (value === 0 ? 0 : value) as Minutes;
}

export function plus(a: Minutes, b: Minutes): Minutes {
  return minutes(a + b);
}

export function minus(a: Minutes, b: Minutes): Minutes {
  return minutes(a - b);
}

export function negative(a: Minutes): Minutes {
  return minutes(-a);
}
