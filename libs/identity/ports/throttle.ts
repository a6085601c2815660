import type { Throttled } from '../domain/throttle.rules.js';

/** Counts, over all processes. */
export interface Throttle {
  /** Counts one more. @returns undefined while it is within the rule, else the seconds until it is again */
  take(throttled: Throttled, key: string): Promise<number | undefined>;
  /** Counts nothing. */
  look(throttled: Throttled, key: string): Promise<number | undefined>;
}

/** Nest's name for the port. */
export const THROTTLE = Symbol('Throttle');
