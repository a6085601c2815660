import type { LocalDate, Minutes } from '#kernel';
import { readDay, type DateOrder } from './day.js';
import { readDuration, type Unit } from './duration.js';
import { cellOf, placeOf, wrongCount, type Header } from './header.js';
import type { ExchangeColumn } from './heading.js';
import { Misread, type Problem } from './problem.js';
import { readRequired, readText } from './text.js';

/** One exchange as the file tells it: names, not yet members. '' stands for what it does not say. */
export interface ExchangeRow {
  readonly line: number;
  readonly provider: string;
  readonly receiver: string;
  readonly minutes: Minutes;
  readonly serviceDate: LocalDate;
  readonly category: string;
  readonly note: string;
  readonly hub: string;
}

/** What the survey of the whole file found out. */
export interface ExchangeLayout {
  readonly header: Header<ExchangeColumn>;
  readonly unit: Unit | undefined;
  readonly dateOrder: DateOrder;
}

/** All that is wrong with a row is said at once. */
export function readExchangeRow(
  cells: readonly string[],
  line: number,
  { header, unit, dateOrder }: ExchangeLayout,
): ExchangeRow | readonly Problem[] {
  const miscounted = wrongCount(header, cells, line);
  if (miscounted) return [miscounted];
  const problems: Problem[] = [];
  const read = <Value>(column: ExchangeColumn, reader: (cell: string) => Value | Misread): Value | undefined => {
    const value = reader(cellOf(header, cells, column));
    if (!(value instanceof Misread)) return value;
    problems.push(value.at(placeOf(header, line, column)));
    return undefined;
  };

  const serviceDate = read('date', (cell) => readDay(cell, dateOrder));
  const provider = read('provider', (cell) => readRequired(cell, 'name'));
  const receiver = read('receiver', (cell) => readRequired(cell, 'name'));
  const minutes = read('duration', (cell) => readDuration(cell, unit));
  const category = read('category', (cell) => readText(cell, 'category')) ?? '';
  const note = read('description', (cell) => readText(cell, 'note')) ?? '';
  const hub = read('hub', (cell) => readText(cell, 'hub')) ?? '';
  if (!serviceDate || !provider || !receiver || !minutes || problems.length > 0) return problems;
  return { line, provider, receiver, minutes, serviceDate, category, note, hub };
}
