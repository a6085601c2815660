import { asLocalDate, isLocalDate, type LocalDate } from '#kernel';
import { Misread, problem, type Problem } from './problem.js';

/** Whether 03/04/2018 is in April or in March. */
export type DateOrder = 'dmy' | 'mdy';

const iso = /^\d{4}-\d{2}-\d{2}$/;
const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

export function readDay(text: string, order: DateOrder): LocalDate | Misread {
  if (text === '') return new Misread('TEXT_MISSING');
  const day = iso.test(text) ? text : isoOf(text, order);
  if (!day) return new Misread('DATE_UNREADABLE', { text });
  return isLocalDate(day) ? asLocalDate(day) : new Misread('DATE_IMPOSSIBLE', { text });
}

function isoOf(text: string, order: DateOrder): string | undefined {
  const parts = slashed.exec(text);
  if (!parts) return undefined;
  const [first = '', second = '', year = ''] = parts.slice(1).map((part) => part.padStart(2, '0'));
  return order === 'dmy' ? `${year}-${second}-${first}` : `${year}-${first}-${second}`;
}

/** Gathers from all dates of a file what they say about their order. */
export class DateOrderEvidence {
  /** The first line of each kind. */
  private dayFirst?: number;
  private monthFirst?: number;
  private either?: number;

  see(text: string, line: number): void {
    const parts = slashed.exec(text);
    if (!parts) return;
    const [first, second] = [Number(parts[1]), Number(parts[2])];
    if (first > 12) this.dayFirst ??= line;
    else if (second > 12) this.monthFirst ??= line;
    else if (first !== second) this.either ??= line;
  }

  /** The order that was asked for, else the only one that the dates allow; where both are possible somebody has to say. */
  order(asked: DateOrder | undefined, column: string): DateOrder | Problem {
    if (asked) return asked;
    if (this.dayFirst && this.monthFirst) {
      return problem('DATE_ORDER_MIXED', { line: this.monthFirst, column }, { other: this.dayFirst });
    }
    if (this.monthFirst) return 'mdy';
    if (this.dayFirst || !this.either) return 'dmy';
    return problem('DATE_ORDER_UNKNOWN', { line: this.either, column });
  }
}
