import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker, BankId, EntryNumber, HubId, LocalDate, Minutes } from '#kernel';

/** From the first day to the last, by the days on which hours were given. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What is said of a whole period; its lines are asked with `StatementLinesQuery`, up to the same entry. */
export interface StatementSheet {
  readonly bankId: BankId;
  readonly bankName: string;
  readonly timeZone: string;
  readonly hubId: HubId;
  readonly memberNumber: number;
  /** Absent once it is erased. */
  readonly holder?: string;
  /** The account's last entry: what comes after it is not in. Absent before the first. */
  readonly through?: EntryNumber;
  readonly openingMinutes: Minutes;
  readonly givenMinutes: Minutes;
  readonly receivedMinutes: Minutes;
  readonly lines: number;
  /** Claims up to the last day that wait for an answer: in no balance. */
  readonly waiting: number;
  readonly waitingGivenMinutes: Minutes;
  readonly waitingReceivedMinutes: Minutes;
}

/** @throws NotFound */
export class StatementSheetQuery extends Query<StatementSheet> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
    readonly period: Period,
  ) {
    super();
  }
}
