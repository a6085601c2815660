import type { AccountId, BankId, PersonId } from './ids.js';

export type ReadingKind = 'account' | 'statement' | 'exchanges';

/** Somebody who keeps a bank looked, by a role, at what is a member's own. */
export interface Reading {
  readonly bank: BankId;
  readonly account: AccountId;
  readonly reader: PersonId;
  readonly kind: ReadingKind;
}

/** Who read what of whom: for the member to see. Nobody waits for it, and an orderly stop loses nothing of it. */
export interface ReadingRegister {
  /** @throws TryAgain where so much waits to be written down that nobody may read by a role for the moment */
  note(reading: Reading): void;
}

/** Nest's name for the port. */
export const READING_REGISTER = Symbol('ReadingRegister');
