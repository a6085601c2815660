import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker, LocalDate, Minutes } from '#kernel';
import type { StatementLine } from './statement.query.js';

export interface AccountMonth {
  /** The first day of the month. */
  readonly month: LocalDate;
  readonly givenMinutes: Minutes;
  readonly receivedMinutes: Minutes;
  /** Of all that was given and received up to the month's last day. */
  readonly closingMinutes: Minutes;
  /** The newest first. */
  readonly lines: readonly StatementLine[];
  /** The last month before it in which something was given or received. */
  readonly earlier?: LocalDate;
}

/** What an account gave and received in one month, by the days it happened on; undefined where it has no month yet. @throws NotFound */
export class AccountMonthQuery extends Query<AccountMonth | undefined> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
    /** Any day of it; the last month with a line where absent. */
    readonly day?: LocalDate,
  ) {
    super();
  }
}
