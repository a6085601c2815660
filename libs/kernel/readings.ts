import type { AccountId, BankId, PersonId } from './ids.js';

export type ReadingKind = 'account' | 'statement' | 'exchanges';

/** What was done, by a role, to how a member signs in: no record of the journal tells it. */
export type SignInAct = 'code-printed' | 'contact-changed';

/** Somebody who keeps a bank looked, by a role, at what is a member's own, or reached for how the member signs in. */
export interface Registered<Kind extends ReadingKind | SignInAct> {
  readonly bank: BankId;
  readonly account: AccountId;
  readonly reader: PersonId;
  readonly kind: Kind;
}
export type Reading = Registered<ReadingKind>;

/** Who read what of whom: for the member to see. An orderly stop loses nothing of it. */
export interface ReadingRegister {
  /** @throws TryAgain where so much waits to be written down that nobody may read by a role for the moment */
  note(reading: Reading): void;
  /** It is written down once this comes back: whoever acts waits for it. */
  record(act: Registered<SignInAct>): Promise<void>;
}

/** Nest's name for the port. */
export const READING_REGISTER = Symbol('ReadingRegister');
