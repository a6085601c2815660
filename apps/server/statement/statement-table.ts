import type { Instant, Minutes } from '#kernel';
import type { PrintedColumn, PrintedRow, PrintedTable } from '#ledger';
import { spoken } from '#notifications';
import {
  balanceInColumn,
  balanceInWords,
  categoryInWords,
  dayInColumn,
  dayInWords,
  hours,
  numberIn,
} from './formats.js';
import { sameRows } from './statement-csv.js';
import type { Statement, StatementRow } from './statements.js';
import { columns, columnWords, worded, type Column, type Word } from './words.js';

const shapes: Readonly<Record<Column, Pick<PrintedColumn, 'width' | 'align'>>> = {
  day: { width: 66, align: 'start' },
  entry: { width: 40, align: 'end' },
  other: { width: 75, align: 'start' },
  what: { width: 66, align: 'start' },
  given: { width: 70, align: 'end' },
  received: { width: 70, align: 'end' },
  balance: { width: 94.9, align: 'end' },
};

/** The statement as it is printed. @param hash of its content */
export function tableOf(statement: Statement, hash: string): PrintedTable {
  const { language, sheet, writtenOn } = statement;
  return {
    language,
    title: worded('title', language),
    author: sheet.bankName,
    writtenAt: `${writtenOn}T00:00:00.000Z` as Instant,
    facts: factsOf(statement),
    columns: columns.map((column) => ({ title: columnWords[column][language], ...shapes[column] })),
    rows: () => printedRows(statement, hash),
    totals: totalsOf(statement),
    sentences: sentencesOf(statement),
    foot: { above: worded('hash', language, { hash }), below: bookOf(statement) },
    pageOf: (page, pages) => worded('pageOf', language, { page: String(page), pages: String(pages) }),
  };
}

function factsOf(statement: Statement): PrintedTable['facts'] {
  const { language, sheet, hubName, period, writtenOn, closingMinutes } = statement;
  const days = { from: dayInWords(period.from, language), to: dayInWords(period.to, language) };
  const fromTo = worded('fromTo', language, days);
  const facts: readonly (readonly [Word, string | undefined])[] = [
    ['bank', sheet.bankName],
    ['hub', hubName],
    ['member', memberOf(statement)],
    ['period', language === 'it' ? spoken(fromTo) : fromTo],
    ['writtenOn', dayInWords(writtenOn, language)],
    ['opening', balanceInWords(sheet.openingMinutes, language)],
    ['given', hours(sheet.givenMinutes)],
    ['received', hours(sheet.receivedMinutes)],
    ['closing', balanceInWords(closingMinutes, language)],
  ];
  return facts.flatMap(([word, value]) => (value === undefined ? [] : [[worded(word, language), value] as const]));
}

function memberOf({ language, sheet: { holder: name, memberNumber } }: Statement): string {
  const number = String(memberNumber);
  return name === undefined
    ? worded('memberNameless', language, { number })
    : worded('memberCalled', language, { name, number });
}

async function* printedRows(statement: Statement, hash: string): AsyncIterable<readonly PrintedRow[]> {
  for await (const rows of sameRows(statement, hash)) yield rows.map((row) => printedRow(row, statement));
}

function printedRow(row: StatementRow, { language }: Statement): PrintedRow {
  const { serviceDate, entryNumber, otherName, category, minutes, balanceMinutes } = row;
  return [
    dayInColumn(serviceDate, language),
    numberIn(language, entryNumber),
    otherName ?? worded('nameless', language),
    category === undefined ? '' : categoryInWords(category),
    minutes > 0 ? hours(minutes) : '',
    minutes < 0 ? hours(-minutes as Minutes) : '',
    balanceInColumn(balanceMinutes, language),
  ];
}

function totalsOf({ language, sheet, closingMinutes }: Statement): PrintedRow {
  const sums = [hours(sheet.givenMinutes), hours(sheet.receivedMinutes), balanceInColumn(closingMinutes, language)];
  return ['', '', worded('totals', language), '', ...sums];
}

function sentencesOf({ language, sheet }: Statement): readonly string[] {
  return [
    ...(sheet.lines === 0 ? [worded('noLines', language)] : []),
    ...waitingOf(language, sheet),
    worded('anHourIsAnHour', language),
  ];
}

function waitingOf(language: Statement['language'], sheet: Statement['sheet']): readonly string[] {
  const { waiting, waitingGivenMinutes: given, waitingReceivedMinutes: received } = sheet;
  if (waiting === 0) return [];
  const parts = [
    ...(given > 0 ? [worded('waitingGiven', language, { hours: hours(given) })] : []),
    ...(received > 0 ? [worded('waitingReceived', language, { hours: hours(received) })] : []),
  ].join(', ');
  return [
    worded(waiting === 1 ? 'waitingOne' : 'waitingMany', language, { count: numberIn(language, waiting), parts }),
  ];
}

function bookOf({ language, sheet: { memberNumber, through } }: Statement): string {
  const number = String(memberNumber);
  if (through === undefined) return worded('bookEmpty', language, { number });
  return worded('bookAt', language, { number, entry: numberIn(language, through) });
}
