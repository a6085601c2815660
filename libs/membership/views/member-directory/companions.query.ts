import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker } from '#kernel';

/** Whom a member most likely exchanges with next: the last ones first, then others of the same hub. @throws nothing: who is unknown has none */
export class CompanionsQuery extends Query<readonly AccountId[]> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
    /** At most 20. */
    readonly first: number,
  ) {
    super();
  }
}
