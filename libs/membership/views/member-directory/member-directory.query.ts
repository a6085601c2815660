import { Query } from '@nestjs/cqrs';
import type { AccountId, BankId, HubId, LocalDate, PersonId, Position, Asker } from '#kernel';

/** What members see of each other: a name and a hub, never a balance. */
export interface DirectoryMember {
  readonly accountId: AccountId;
  readonly bankId: BankId;
  /** Absent once the member is erased: the account keeps its hours, nameless. */
  readonly personId?: PersonId;
  readonly number: number;
  readonly hubId: HubId;
  readonly since: LocalDate;
  /** Absent until the name is visible, and again once it is erased. */
  readonly displayName?: string;
}

/** The members behind these accounts, by account; who is none of the reader's business is not there. */
export class MemberNamesQuery extends Query<ReadonlyMap<AccountId, DirectoryMember>> {
  constructor(
    readonly reader: Asker,
    readonly accounts: readonly AccountId[],
    readonly minPosition?: Position,
  ) {
    super();
  }
}

/** Members of a bank by parts of their names, whatever the accents and the case: nobody for fewer than two letters. Digits are a member number. */
export class MemberSearchQuery extends Query<readonly DirectoryMember[]> {
  constructor(
    readonly reader: Asker,
    readonly bank: BankId,
    readonly text: string,
    /** At most 20. */
    readonly first: number,
    readonly minPosition?: Position,
  ) {
    super();
  }
}

export interface MembersPage {
  readonly members: readonly DirectoryMember[];
  readonly hasNextPage: boolean;
}

/** A bank's members in the order of their numbers. */
export class MembersQuery extends Query<MembersPage> {
  constructor(
    readonly reader: Asker,
    readonly bank: BankId,
    /** At most 100. */
    readonly first: number,
    /** The number after which the page begins; 0 from the start. */
    readonly after: number,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
