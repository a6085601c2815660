import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Language } from '#api';
import { CLOCK } from '#event-store';
import { HubQuery } from '#hubs';
import {
  instant,
  localDateOf,
  minutes,
  plus,
  type AccountId,
  type Asker,
  type Clock,
  type LocalDate,
  type Minutes,
} from '#kernel';
import { StatementLinesQuery, StatementSheetQuery, type Period, type SheetLine, type StatementSheet } from '#ledger';

const batchSize = 1_000;

/** Who asks for what. */
export interface StatementAsked {
  readonly asker: Asker;
  readonly account: AccountId;
  readonly period: Period;
  readonly language: Language;
}

export interface StatementRow extends SheetLine {
  /** Of all that was given and received up to this line. */
  readonly balanceMinutes: Minutes;
}

/** What a member gave and received in some days, the same however often and however late it is gone through. */
export interface Statement extends Pick<StatementAsked, 'period' | 'language'> {
  readonly sheet: StatementSheet;
  readonly hubName?: string;
  readonly closingMinutes: Minutes;
  /** In the bank's time zone. */
  readonly writtenOn: LocalDate;
  /** @throws when the lines do not lead from the opening balance to the closing one */
  readonly batches: () => AsyncIterable<readonly StatementRow[]>;
}

@Injectable()
export class Statements {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async of(asked: StatementAsked): Promise<Statement> {
    const { asker, account, period, language } = asked;
    const sheet = await this.queries.execute(new StatementSheetQuery(asker, account, period));
    const hub = await this.queries.execute(new HubQuery(asker, { hub: sheet.hubId }));
    return {
      period,
      language,
      sheet,
      ...(hub && { hubName: language === 'en' ? (hub.nameEn ?? hub.nameIt) : hub.nameIt }),
      closingMinutes: minutes(sheet.openingMinutes + sheet.givenMinutes - sheet.receivedMinutes),
      writtenOn: localDateOf(instant(this.clock.now()), sheet.timeZone),
      batches: () => this.batchesOf(asked, sheet),
    };
  }

  private async *batchesOf(asked: StatementAsked, sheet: StatementSheet): AsyncIterable<readonly StatementRow[]> {
    let balanceMinutes = sheet.openingMinutes;
    let count = 0;
    for await (const lines of this.linesOf(asked, sheet)) {
      yield lines.map((line) => {
        balanceMinutes = plus(balanceMinutes, line.minutes);
        return { ...line, balanceMinutes };
      });
      count += lines.length;
    }
    const closing = sheet.openingMinutes + sheet.givenMinutes - sheet.receivedMinutes;
    if (balanceMinutes !== closing || count !== sheet.lines) {
      throw new Error('the lines of a statement are not those of its sums');
    }
  }

  private async *linesOf(
    { asker, account, period }: StatementAsked,
    { through }: StatementSheet,
  ): AsyncIterable<readonly SheetLine[]> {
    if (through === undefined) return;
    let after: SheetLine | undefined;
    do {
      const query = new StatementLinesQuery(asker, account, period, through, batchSize, after);
      const lines = await this.queries.execute(query);
      if (lines.length > 0) yield lines;
      after = lines.length < batchSize ? undefined : lines.at(-1);
    } while (after);
  }
}
