import type { AccountId, BankId, PersonId } from '#kernel';
import type { PrintedCode } from '../domain/printed-code/printed-code.js';

/** Who a code on paper lets in, and who printed it. */
export interface NewPrintedCode {
  readonly mac: Uint8Array;
  readonly person: PersonId;
  readonly bank: BankId;
  readonly account: AccountId;
  readonly memberNumber: number;
  readonly issuedBy: PersonId;
  readonly expiresAtMs: number;
}

export interface PrintedCodes {
  /** Voids the account's codes before it. A MAC that is kept already is left as it is. @returns what is kept under the MAC */
  issue(code: NewPrintedCode): Promise<NewPrintedCode>;
  /** One use at a time. @returns undefined for a code that there is not, or that `mayUse` refuses */
  use(mac: Uint8Array, memberNumber: number, mayUse: (code: PrintedCode) => boolean): Promise<PersonId | undefined>;
  sweep(beforeMs: number): Promise<void>;
  forget(person: PersonId): Promise<void>;
}

/** Nest's name for the port. */
export const PRINTED_CODES = Symbol('PrintedCodes');
