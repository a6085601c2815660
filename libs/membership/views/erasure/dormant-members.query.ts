import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker, BankId, LocalDate, Position } from '#kernel';

export interface DormantMember {
  readonly accountId: AccountId;
  readonly bankId: BankId;
  readonly number: number;
  /** Of the last record of an exchange of theirs, or of their admission. */
  readonly lastActive: LocalDate;
}

/** Members without a record of theirs since a day, the longest first, at most a hundred; of whom the reader keeps. */
export class DormantMembersQuery extends Query<readonly DormantMember[]> {
  constructor(
    readonly reader: Asker,
    readonly bank: BankId,
    readonly since: LocalDate,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
