import { Query } from '@nestjs/cqrs';
import type { AccountId, LocalDate, Minutes, Asker } from '#kernel';

/** An account's balance as it was known at the end of a day in the bank's time zone: what was recorded later is left out. @throws NotFound */
export class BalanceAsKnownQuery extends Query<Minutes> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
    readonly on: LocalDate,
  ) {
    super();
  }
}
