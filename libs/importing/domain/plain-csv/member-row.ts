import type { LocalDate } from '#kernel';
import { readDay, type DateOrder } from './day.js';
import { cellOf, placeOf, wrongCount, type Header } from './header.js';
import type { MemberColumn } from './heading.js';
import { Misread, type Problem } from './problem.js';
import { readRequired, readText } from './text.js';

/** One member as the members' file tells it. */
export interface MemberRow {
  readonly line: number;
  readonly name: string;
  readonly hub: string;
  readonly since?: LocalDate;
}

export interface MemberLayout {
  readonly header: Header<MemberColumn>;
  readonly dateOrder: DateOrder;
}

export function readMemberRow(
  cells: readonly string[],
  line: number,
  { header, dateOrder }: MemberLayout,
): MemberRow | readonly Problem[] {
  const miscounted = wrongCount(header, cells, line);
  if (miscounted) return [miscounted];
  const day = cellOf(header, cells, 'since');
  const name = readRequired(cellOf(header, cells, 'name'), 'name');
  const hub = readText(cellOf(header, cells, 'hub'), 'hub');
  const since = day === '' ? undefined : readDay(day, dateOrder);
  if (name instanceof Misread) return [name.at(placeOf(header, line, 'name'))];
  if (hub instanceof Misread) return [hub.at(placeOf(header, line, 'hub'))];
  if (since instanceof Misread) return [since.at(placeOf(header, line, 'since'))];
  return { line, name, hub, ...(since ? { since } : {}) };
}
