import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker, Minutes } from '#kernel';
import type { Limit } from '../../domain/journal/bank.rules.js';

/** What binds an account, and what is asked of it: five tables, so only for who asks. */
export interface AccountTerms {
  /** Of open claims that wait for this account's yes: they would be debited. */
  readonly waitingMinutes: Minutes;
  /** Of open claims that this account's side proposed as debtor. */
  readonly reservedMinutes: Minutes;
  /** The account's own limits, or else the bank's. */
  readonly floor: Limit;
  readonly ceiling: Limit;
  /** Revision of the last record about the account: hand it back as the expected version. */
  readonly revision: number;
}

/** @throws NotFound */
export class AccountTermsQuery extends Query<AccountTerms> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
  ) {
    super();
  }
}
