import type { BankId, PersonId } from '#kernel';

/** What a process is to open, step by step. */
export interface Holding {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  /** Banks of one size each; the first of each size is opened before anything is weighed. */
  readonly banks: readonly (readonly BankId[])[];
  /** Other streams to open afterwards, so that nobody has asked for the banks for a while. */
  readonly persons: readonly PersonId[];
  readonly personsAtOnce: number;
}

/** What is held when so many are open, garbage apart: the JavaScript heap and the arrays outside it. */
export interface Held {
  readonly opened: number;
  readonly bytes: number;
}

export interface HeldInAll {
  readonly banks: readonly (readonly Held[])[];
  readonly persons: readonly Held[];
}
