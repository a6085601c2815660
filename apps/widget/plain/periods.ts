import { daysBefore } from './days.js';

/** The days of a statement, by name or one by one. */
export type PeriodChoice = 'month' | 'last' | 'year' | 'dates';

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Of the bank's own day; nothing is asked of days that have not come. */
export function periodOf(choice: Exclude<PeriodChoice, 'dates'>, today: string): Period {
  const month = `${today.slice(0, 7)}-01`;
  switch (choice) {
    case 'month':
      return { from: month, to: today };
    case 'last': {
      const to = daysBefore(month, 1);
      return { from: `${to.slice(0, 7)}-01`, to };
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

export function isTurned({ from, to }: Period): boolean {
  return from > to;
}
