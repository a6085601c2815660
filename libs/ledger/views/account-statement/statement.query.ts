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
  Position,
  Asker,
} from '#kernel';
import type { Page, PageOf } from '../page.js';

export const entryNumberMax = 2_147_483_647;

/** As SQL gives it: null where nothing is. */
export interface StatementLine {
  readonly entryNumber: EntryNumber;
  readonly bankId: BankId;
  readonly minutes: Minutes;
  readonly balanceAfterMinutes: Minutes;
  readonly exchangeId: ExchangeId;
  readonly otherAccountId: AccountId;
  /** As the directory shows it to the reader; null where it shows nobody. */
  readonly otherName: string | null;
  readonly travelMinutes: Minutes | null;
  readonly serviceDate: LocalDate;
  readonly recordedAt: Instant;
  readonly hubId: HubId;
  readonly strand: string | null;
  readonly category: string | null;
}

/** An account's lines, the newest first, by entry number. @throws NotFound, NotYetVisible */
export class StatementQuery extends Query<Page<StatementLine>> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
    readonly page: PageOf<number>,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
