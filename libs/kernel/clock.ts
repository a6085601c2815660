/** Milliseconds since 1970, of this process. */
export interface Clock {
  now(): number;
}
