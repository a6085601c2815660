import type { PersonId } from './ids.js';
import type { Instant } from './time.js';

/** A statement inside a transaction that whoever hands it over begins and ends. */
export interface Statements {
  query(text: string, values: readonly unknown[]): Promise<{ readonly rows: readonly object[] }>;
}

/** What somebody is to be told. The words are the template's; facts are names, hours, days and fixed reasons only. */
export interface Mail {
  /** `[0-9A-Za-z_-]{1,64}`; twice the same id is one mail. */
  readonly id: string;
  /** Names the template. */
  readonly kind: string;
  /**
   * A person's address is looked up when the mail is sent; a person without one, or whom nobody knows, is sent nothing,
   * after the same work. `owner` of an address: whose erasure takes the mail away.
   */
  readonly to: { readonly person: PersonId } | { readonly address: string; readonly owner?: PersonId };
  readonly language: 'it' | 'en';
  readonly facts: Readonly<Record<string, string>>;
  /** Until then it waits. */
  readonly notBefore?: Instant;
  /** From then on of no use, and not sent any more. */
  readonly until?: Instant;
}

/** Sends each mail once, later, as often as it takes; whoever puts one waits for no mail server. */
export interface MailOutbox {
  /** @param within the transaction that also stores what the mail tells about; on its own without */
  put(mail: Mail, within?: Statements): Promise<void>;
}

/** Nest's name for the port. */
export const MAIL_OUTBOX = Symbol('MailOutbox');
