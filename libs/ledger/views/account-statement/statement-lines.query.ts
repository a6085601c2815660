import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker, EntryNumber, LocalDate, Minutes } from '#kernel';
import type { Period } from './statement-sheet.query.js';

/** A line as a sheet shows it. */
export interface SheetLine {
  readonly entryNumber: EntryNumber;
  readonly serviceDate: LocalDate;
  readonly minutes: Minutes;
  readonly category?: string;
  /** As the directory shows it to the reader; absent where it shows nobody. */
  readonly otherName?: string;
}

/** The next lines of a period, by day and then by entry. @throws NotFound */
export class StatementLinesQuery extends Query<readonly SheetLine[]> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
    readonly period: Period,
    /** No entry after this one, whenever it is asked. */
    readonly through: EntryNumber,
    /** How many at most. */
    readonly size: number,
    /** The last line of those before; from the first day where absent. */
    readonly after?: Pick<SheetLine, 'serviceDate' | 'entryNumber'>,
  ) {
    super();
  }
}
