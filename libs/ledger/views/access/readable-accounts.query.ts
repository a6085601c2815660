import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker } from '#kernel';

/** Of these accounts, those whose hours the reader may see. */
export class ReadableAccountsQuery extends Query<ReadonlySet<AccountId>> {
  constructor(
    readonly reader: Asker,
    readonly accounts: readonly AccountId[],
  ) {
    super();
  }
}
