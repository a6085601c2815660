import type { PersonId } from './ids.js';

/** A request that leaves no record: whose it is, under which key, and all that it asks. */
export interface AskedRequest {
  readonly person: PersonId;
  readonly key: string;
  readonly name: string;
  readonly input: Readonly<Record<string, string | boolean>>;
}

/** Requests without a record are held to the same as those with one: twice the same is the same answer, another body an error. */
export interface AskedOnce {
  /**
   * What is refused is not remembered.
   *
   * @param work does it, as of when it was asked for first; twice where a server ends in the middle
   * @throws IdempotencyConflict where the person asked for something else under the key
   */
  once<Answer extends object>(asked: AskedRequest, work: (askedAtMs: number) => Promise<Answer>): Promise<Answer>;
}

/** Nest's name for the port. */
export const ASKED_ONCE = Symbol('AskedOnce');
