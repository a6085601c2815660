import type { AccountId, BankId, PersonId } from './ids.js';
import type { Position } from './record.js';
import type { Instant } from './time.js';

/** Whose texts are to be unreadable for ever: a member's of one bank, or all of a person's. Opaque ids, never a text. */
export type Erased =
  | { readonly kind: 'membership'; readonly id: AccountId; readonly bank: BankId; readonly person: PersonId }
  | { readonly kind: 'person'; readonly id: PersonId };

/** Stands outside every database and its backups, so that a copy brought back does not bring anybody back. */
export interface ErasureRegister {
  /** Durable when it resolves. What is there already may come again. */
  add(erased: readonly Erased[], at: Instant): Promise<void>;
  all(): Promise<readonly Erased[]>;
}

/** What was destroyed where the books say that somebody is erased. */
export interface ErasureReport {
  readonly keys: number;
  /** Tables that were rewritten beside the records. */
  readonly tables: number;
}

/** Carries out what the books have decided: register, keys, rows. Repeating it does nothing twice. */
export interface Erasing {
  /** @param after the position of the last record that decided it: views are asked no sooner */
  carryOut(erased: readonly Erased[], after: Position): Promise<ErasureReport>;
}

/** Nest's name for the port. */
export const ERASING = Symbol('Erasing');
