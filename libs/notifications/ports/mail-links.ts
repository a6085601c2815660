import type { AccountId, BankId, ExchangeId, Instant, PersonId } from '#kernel';
import type { OptionalKind } from '../domain/mail/optional-kinds.js';

/** Leave to confirm one claim as it was proposed by one record, for one person. */
export interface ConfirmLink {
  readonly bank: BankId;
  readonly exchange: ExchangeId;
  /** The proposal: a later one is another link's. */
  readonly revision: number;
  /** The side that confirms. */
  readonly account: AccountId;
  /** The member, or who acts for the member. */
  readonly person: PersonId;
  /** The claim's own. */
  readonly expiresAt: Instant;
}

/** Leave to turn one kind of mail off and on again, for one person. */
export interface UnsubscribeLink {
  readonly person: PersonId;
  readonly kind: OptionalKind;
}

/** Writes links that mails carry. Nobody guesses one, and one is of no use for anything but what it says. */
export interface MailLinks {
  confirming(link: ConfirmLink): string;
  /** undefined for what was not written here, or not copied whole. Whether it has expired is the reader's to look at. */
  readConfirming(token: string): ConfirmLink | undefined;
  unsubscribing(link: UnsubscribeLink): string;
  readUnsubscribing(token: string): UnsubscribeLink | undefined;
}
