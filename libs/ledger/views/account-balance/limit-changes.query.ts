import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker, Instant, PersonId } from '#kernel';
import type { Limit } from '../../domain/journal/bank.rules.js';

/** Once an account got limits of its own, or the bank's again. */
export interface LimitChange {
  /** Absent: the bank's. */
  readonly floor?: Limit;
  readonly ceiling?: Limit;
  readonly setAt: Instant;
  /** Absent for what no person did. */
  readonly setBy?: PersonId;
  /** Absent once it is erased. */
  readonly reason?: string;
}

/** The last in front. @throws NotFound */
export class LimitChangesQuery extends Query<readonly LimitChange[]> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
  ) {
    super();
  }
}
