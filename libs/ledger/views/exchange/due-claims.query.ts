import { Query } from '@nestjs/cqrs';
import type { BankId, Instant } from '#kernel';

/** The banks in which a claim's days are over by then. For the process that wakes them: nobody's hours are read. */
export class BanksWithDueClaimsQuery extends Query<readonly BankId[]> {
  constructor(readonly at: Instant) {
    super();
  }
}
