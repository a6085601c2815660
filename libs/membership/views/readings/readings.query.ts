import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker, BankId, Instant, PersonId, ReadingKind, SignInAct } from '#kernel';
import type { Page, PageOf } from '#ledger';

export interface ReadingRow {
  /** Later readings have greater ones. */
  readonly id: number;
  readonly bankId: BankId;
  readonly accountId: AccountId;
  readonly readerId: PersonId;
  readonly kind: ReadingKind | SignInAct;
  /** The minute in which it was read. */
  readonly minute: Instant;
}

/** Who read, by a role, what is a member's own; of one account, or for auditors of a whole bank. The last first. @throws NotFound */
export class ReadingsQuery extends Query<Page<ReadingRow>> {
  constructor(
    readonly reader: Asker,
    readonly of: { readonly bank: BankId; readonly account?: AccountId },
    readonly page: PageOf<number>,
  ) {
    super();
  }
}
