import { Query } from '@nestjs/cqrs';
import type { AccountId, PersonId } from '#kernel';

/** Of these accounts, those whose hours the reader may see. */
export class ReadableAccountsQuery extends Query<ReadonlySet<AccountId>> {
  constructor(
    readonly reader: PersonId,
    readonly accounts: readonly AccountId[],
  ) {
    super();
  }
}
