import type { LocalDate } from '#kernel';
import { AlreadyOver, DatesInWrongOrder } from './member.errors.js';

/** First and last day of an authority, both included; without a last day it has no end. */
export interface Days {
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

/** @throws DatesInWrongOrder, AlreadyOver — in this order */
export function requireDays({ from, until }: Days, today: LocalDate): void {
  if (until === undefined) return;
  if (until < from) throw new DatesInWrongOrder({ from, until });
  if (until < today) throw new AlreadyOver({ until });
}

export function inForce({ from, until }: Days, today: LocalDate): boolean {
  return from <= today && (until === undefined || today <= until);
}

/** Whether all days of one lie within the other. */
export function covers(wide: Days, narrow: Days): boolean {
  if (wide.from > narrow.from) return false;
  return wide.until === undefined || (narrow.until !== undefined && narrow.until <= wide.until);
}
