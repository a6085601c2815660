import { createHash } from 'node:crypto';
import type { LocalDate, Minutes } from '#kernel';
import { asDay, asHours, defused, linesOf } from '../spreadsheet/cells.js';
import { categoryInWords } from './formats.js';
import type { Statement, StatementRow } from './statements.js';
import { columnWords, worded, type Column, type Word } from './words.js';

const byteOrderMark = '\ufeff';

/** For spreadsheets: minutes as whole numbers and as 1:30, the opening balance before the lines, the closing one after them. */
export async function* csvOf(statement: Statement, { withMark = false } = {}): AsyncIterable<string> {
  yield (withMark ? byteOrderMark : '') + headOf(statement);
  for await (const rows of statement.batches()) yield rowsIn(statement, rows);
  yield footOf(statement);
}

/** SHA-256 of the CSV without its mark: whoever has one can recompute it. */
export async function contentHash(statement: Statement): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of csvOf(statement)) hash.update(piece);
  return hash.digest('hex');
}

/** The rows once more. @throws at their end when they are not those of the hash any more, as when somebody was renamed meanwhile */
export async function* sameRows(statement: Statement, expected: string): AsyncIterable<readonly StatementRow[]> {
  const hash = createHash('sha256').update(headOf(statement));
  for await (const rows of statement.batches()) {
    hash.update(rowsIn(statement, rows));
    yield rows;
  }
  const found = hash.update(footOf(statement)).digest('hex');
  if (found !== expected) throw new Error('a statement changed while it was written');
}

function headOf(statement: Statement): string {
  const { language, sheet, period } = statement;
  const column = (name: Column): string => columnWords[name][language];
  const timed = (name: Column): readonly string[] => {
    const parts = { column: column(name) };
    return [worded('inMinutes', language, parts), worded('inHours', language, parts)];
  };
  const names = (['day', 'entry', 'other', 'what'] as const).map(column);
  const times = (['given', 'received', 'balance'] as const).flatMap(timed);
  const titles = [worded('bank', language), worded('memberNumber', language), ...names, ...times];
  const opening = balanceRow(statement, 'opening', period.from, sheet.openingMinutes);
  return linesOf([titles, opening]);
}

function footOf(statement: Statement): string {
  return linesOf([balanceRow(statement, 'closing', statement.period.to, statement.closingMinutes)]);
}

function balanceRow(statement: Statement, word: Word, day: LocalDate, balance: Minutes): readonly string[] {
  const what = worded(word, statement.language);
  return [...whose(statement), asDay(day), '', '', what, '', '', '', '', ...timesOf(balance)];
}

function rowsIn(statement: Statement, rows: readonly StatementRow[]): string {
  const [account, nameless] = [whose(statement), worded('nameless', statement.language)];
  return linesOf(
    rows.map(({ serviceDate, entryNumber, otherName, category, minutes, balanceMinutes }) => [
      ...account,
      asDay(serviceDate),
      String(entryNumber),
      defused(otherName ?? nameless),
      category === undefined ? '' : defused(categoryInWords(category)),
      ...(minutes > 0 ? [...timesOf(minutes), '', ''] : ['', '', ...timesOf(-minutes)]),
      ...timesOf(balanceMinutes),
    ]),
  );
}

function whose({ sheet: { bankName, memberNumber } }: Statement): readonly string[] {
  return [defused(bankName), String(memberNumber)];
}

/** A number has its sign in front and is no formula. */
function timesOf(minutes: number): readonly string[] {
  return [String(minutes), asHours(minutes)];
}
