import type { AccountId, BankId, EntryNumber, ExchangeId, HubId, Instant, LocalDate, Minutes } from '#kernel';
import { betweenFields, betweenLines } from './statement-lines.sql.js';
import type { StatementLine } from './statement.query.js';

/** The lines that `linesBeyond` gives as one text, in its order. */
export function linesIn(text: string | null): readonly StatementLine[] {
  return text === null ? [] : text.split(betweenLines).map(lineIn);
}

function lineIn(text: string): StatementLine {
  const fields = text.split(betweenFields);
  const field = (place: number): string => fields[place] ?? '';
  const orNull = (place: number): string | null => (field(place) === '' ? null : field(place));
  const travel = orNull(7);
  return {
    entryNumber: Number(field(0)) as EntryNumber,
    bankId: field(1) as BankId,
    minutes: Number(field(2)) as Minutes,
    balanceAfterMinutes: Number(field(3)) as Minutes,
    exchangeId: field(4) as ExchangeId,
    otherAccountId: field(5) as AccountId,
    otherName: orNull(6),
    travelMinutes: travel === null ? null : (Number(travel) as Minutes),
    serviceDate: field(8) as LocalDate,
    recordedAt: field(9) as Instant,
    hubId: field(10) as HubId,
    strand: orNull(11),
    category: orNull(12),
  };
}
