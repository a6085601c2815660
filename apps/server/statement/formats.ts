import { inHours, type Language } from '#api';
import type { LocalDate, Minutes } from '#kernel';

const noBreak = '\u00a0';
const locales: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };

/** 90 → "1 h 30 min", never broken between a number and its unit. */
export function hours(minutes: Minutes): string {
  return inHours(minutes).replace(/(?<=\d) /g, noBreak);
}

type Side = 'credit' | 'debit' | 'even';
const sides: Readonly<Record<Language, Readonly<Record<Side, string>>>> = {
  it: { credit: 'a credito', debit: 'a debito', even: 'In pari' },
  en: { credit: 'in credit', debit: 'in debit', even: 'Even' },
};
const shortSides: typeof sides = {
  it: { credit: 'cr.', debit: 'deb.', even: 'in pari' },
  en: { credit: 'cr.', debit: 'deb.', even: 'even' },
};

/** "2 h 15 min a credito" */
export function balanceInWords(minutes: Minutes, language: Language): string {
  return withSide(minutes, sides[language]);
}

/** "2 h 15 min cr." */
export function balanceInColumn(minutes: Minutes, language: Language): string {
  return withSide(minutes, shortSides[language]);
}

function withSide(minutes: Minutes, words: Readonly<Record<Side, string>>): string {
  if (minutes === 0) return words.even;
  return `${hours(Math.abs(minutes) as Minutes)} ${minutes > 0 ? words.credit : words.debit}`;
}

/** As it stands in tables: 14/11/2026, or 14 Nov 2026. */
export function dayInColumn(day: LocalDate, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (language === 'it') return `${date}/${month}/${year}`;
  const name = dayAs(day, language, { month: 'short' }).slice(0, 3);
  return [String(Number(date)), name, year].join(noBreak);
}

/** 14 novembre 2026, and 1° novembre 2026. */
export function dayInWords(day: LocalDate, language: Language): string {
  const words = dayAs(day, language, { dateStyle: 'long' });
  return language === 'it' ? words.replace(/^1 /, '1° ') : words;
}

function dayAs(day: LocalDate, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** 2304 → 2.304, or 2,304. */
export function numberIn(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language], { useGrouping: 'always' }).format(value);
}

/** "piccole-riparazioni" → "Piccole riparazioni" */
export function categoryInWords(code: string): string {
  const words = code.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
