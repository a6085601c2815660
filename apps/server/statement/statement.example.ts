import type { BankId, EntryNumber, HubId, LocalDate, Minutes } from '#kernel';
import type { Statement, StatementRow } from './statements.js';

export const line = (
  entry: number,
  minutes: number,
  balance: number,
  more: Partial<StatementRow> = {},
): StatementRow => ({
  entryNumber: entry as EntryNumber,
  serviceDate: '2026-11-14' as LocalDate,
  minutes: minutes as Minutes,
  balanceMinutes: balance as Minutes,
  category: 'piccole-riparazioni',
  otherName: 'Carla Ferri',
  ...more,
});

/** Nine hours before, an hour and a half given, 45 minutes received. */
export const twoLines = [line(2303, 90, 630), line(2304, -45, 585, { serviceDate: '2026-11-20' as LocalDate })];

export function statementOf(
  rows: readonly StatementRow[] = twoLines,
  more: Partial<Statement> = {},
  sheet: Partial<Statement['sheet']> = {},
): Statement {
  const sumOf = (side: number): Minutes =>
    rows.reduce((sum, { minutes }) => sum + Math.max(0, side * minutes), 0) as Minutes;
  const opening = 540 as Minutes;
  return {
    language: 'it',
    period: { from: '2026-11-01' as LocalDate, to: '2026-11-30' as LocalDate },
    hubName: 'OpCafé Rho',
    writtenOn: '2026-11-22' as LocalDate,
    closingMinutes: (opening + sumOf(1) - sumOf(-1)) as Minutes,
    async *batches() {
      await Promise.resolve();
      yield rows;
    },
    sheet: {
      bankId: 'bank' as BankId,
      bankName: 'Banca di Rho',
      timeZone: 'Europe/Rome',
      hubId: 'hub' as HubId,
      memberNumber: 27,
      holder: 'Lucia Bianchi',
      through: 2304 as EntryNumber,
      openingMinutes: opening,
      givenMinutes: sumOf(1),
      receivedMinutes: sumOf(-1),
      lines: rows.length,
      waiting: 0,
      waitingGivenMinutes: 0 as Minutes,
      waitingReceivedMinutes: 0 as Minutes,
      ...sheet,
    },
    ...more,
  };
}

/** The same but for what is left out. */
export function without<Whole extends object, Key extends keyof Whole>(whole: Whole, ...left: Key[]): Omit<Whole, Key> {
  const kept = Object.entries(whole).filter(([name]) => !left.some((each) => each === name));
  return Object.fromEntries(kept) as Omit<Whole, Key>;
}
