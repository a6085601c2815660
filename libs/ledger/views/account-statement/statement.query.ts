import { Query } from '@nestjs/cqrs';
import type {
  AccountId,
  BankId,
  EntryNumber,
  ExchangeId,
  HubId,
  Instant,
  LocalDate,
  Minutes,
  PersonId,
  Position,
} from '#kernel';
import type { Page, PageOf } from '../page.js';

export interface StatementLine {
  readonly accountId: AccountId;
  readonly entryNumber: EntryNumber;
  readonly bankId: BankId;
  readonly minutes: Minutes;
  readonly balanceAfterMinutes: Minutes;
  readonly exchangeId: ExchangeId;
  /** The other party; the name is the directory's. */
  readonly otherAccountId: AccountId;
  readonly travelMinutes?: Minutes;
  readonly serviceDate: LocalDate;
  readonly recordedAt: Instant;
  readonly hubId: HubId;
  readonly strand?: string;
  readonly category?: string;
}

/** An account's lines, the newest first, by entry number. @throws NotFound, NotYetVisible */
export class StatementQuery extends Query<Page<StatementLine>> {
  constructor(
    readonly reader: PersonId,
    readonly account: AccountId,
    readonly page: PageOf<number>,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
