import type { Brand } from './ids.js';

/** `YYYY-MM-DDTHH:mm:ss.sssZ`; sorts as text. */
export type Instant = Brand<string, 'Instant'>;

/** `YYYY-MM-DD`; sorts as text. */
export type LocalDate = Brand<string, 'LocalDate'>;

const dayMs = 86_400_000;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function instant(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

export function epochMs(at: Instant): number {
  return Date.parse(at);
}

/** True for a day that exists: 2026-02-31 does not. */
export function isLocalDate(text: string): boolean {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  const inLeapMonth = month === '02' && isLeap(Number(year));
  return Number(day) >= 1 && Number(day) <= (inLeapMonth ? 29 : (daysOfMonths[Number(month) - 1] ?? 0));
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function asLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new TypeError(`not a day: ${text}`);
  return text as LocalDate;
}

export function addDays(at: Instant, days: number): Instant {
  return instant(epochMs(at) + days * dayMs);
}

const formats = new Map<string, Intl.DateTimeFormat>();
const lastDay = new Map<string, { readonly quarter: string; readonly day: LocalDate }>();

/**
 * The day it is at `at` in `timeZone` (IANA name).
 * Every zone changes its day on a quarter of an hour, so one answer a zone and quarter is kept.
 */
export function localDateOf(at: Instant, timeZone: string): LocalDate {
  const quarter = quarterOf(at);
  const known = lastDay.get(timeZone);
  if (known?.quarter === quarter) return known.day;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  const day = format.format(epochMs(at)) as LocalDate;
  lastDay.set(timeZone, { quarter, day });
  return day;
}

function quarterOf(at: Instant): string {
  return `${at.slice(0, 14)}${String(Math.floor(Number(at.slice(14, 16)) / 15))}`;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** On the wall of a time zone: 10:52. */
export function timeOfDay(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('it-IT', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(ms));
}
