import { Query } from '@nestjs/cqrs';
import type {
  AccountId,
  BankId,
  GrantId,
  HubId,
  Instant,
  LocalDate,
  MandateId,
  NetworkId,
  PersonId,
  Position,
  Asker,
} from '#kernel';
import type { BankRules } from '../../domain/journal/bank.rules.js';
import type { Role } from '../../domain/journal/role.events.js';

export interface BankRow {
  readonly bankId: BankId;
  readonly networkId: NetworkId;
  readonly handle: string;
  readonly name: string;
  readonly rules: BankRules;
  readonly openedAt: Instant;
}

export interface MembershipRow {
  readonly accountId: AccountId;
  readonly bankId: BankId;
  /** Absent once the member is erased. */
  readonly personId?: PersonId;
  readonly number: number;
  readonly hubId: HubId;
  readonly since: LocalDate;
  readonly channel: boolean;
  /** No new exchange with a service date of today. */
  readonly suspended: boolean;
  /** Absent while the member is in standing. */
  readonly suspendedSince?: LocalDate;
  /** Of the last record about the member: hand it back as the expected version. */
  readonly revision: number;
}

export interface HubRow {
  readonly hubId: HubId;
  readonly bankId: BankId;
  readonly fromDay: LocalDate;
  /** Nearest first. */
  readonly ancestors: readonly HubId[];
}

export interface GrantRow {
  readonly grantId: GrantId;
  readonly bankId: BankId;
  readonly personId: PersonId;
  readonly role: Role;
  readonly hubId?: HubId;
  readonly fromDay: LocalDate;
  readonly untilDay?: LocalDate;
  readonly revision: number;
}

export interface MandateRow {
  readonly mandateId: MandateId;
  readonly bankId: BankId;
  readonly accountId: AccountId;
  readonly personId: PersonId;
  readonly kind: 'delegate' | 'guardian';
  readonly fromDay: LocalDate;
  readonly untilDay?: LocalDate;
  readonly revision: number;
}

abstract class ReaderQuery<Result> extends Query<Result> {
  constructor(
    readonly reader: Asker,
    readonly minPosition?: Position,
  ) {
    super();
  }
}

abstract class QueryOfBank<Result> extends Query<Result> {
  constructor(
    readonly reader: Asker,
    readonly bank: BankId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}

/** Banks that the reader is a member of or has a role or mandate in. */
export class MyBanksQuery extends ReaderQuery<readonly BankRow[]> {}

/** The reader's own memberships and those of the members for whom the reader may act. */
export class MyMembershipsQuery extends ReaderQuery<readonly MembershipRow[]> {}

/** The reader's roles that are not revoked, whatever their days. */
export class MyGrantsQuery extends ReaderQuery<readonly GrantRow[]> {}

/** Mandates given to the reader that are not ended, whatever their days. */
export class MyMandatesQuery extends ReaderQuery<readonly MandateRow[]> {}

/** @throws NotFound */
export class BankQuery extends QueryOfBank<BankRow> {}

/** Hubs that the bank serves, in the place they have today. @throws NotFound */
export class HubsOfBankQuery extends QueryOfBank<readonly HubRow[]> {}

/** @throws NotFound */
export class MembershipQuery extends Query<MembershipRow> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}

/** What somebody's sign-in opens today. */
export interface PersonRights {
  /** Where the person is a member, speaks for one or holds a role. */
  readonly banks: readonly BankId[];
  /** Those the person administers. */
  readonly networks: readonly NetworkId[];
  /** In any of them. */
  readonly holdsRole: boolean;
}

/** For who decides whether a keeper of one bank may touch a person's sign-in: only ids are told, as of a moment ago. */
export class PersonRightsQuery extends Query<PersonRights> {
  constructor(
    readonly person: PersonId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}

/** Whether the reader has to do with a network: through a bank of it that the reader reaches, or as who administers it. */
export class KnowsNetworkQuery extends Query<boolean> {
  constructor(
    readonly reader: Asker,
    readonly network: NetworkId,
    /** Where only this bank counts. */
    readonly bank?: BankId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
