import type { Language } from './language.js';

const locales = { it: 'it-IT', en: 'en-GB' } as const;

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[language], options);
}

/** A day is no instant: it is shown as it stands, whatever the time zone of the device. */
function ofDay(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const said = format(language, { ...options, timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(',', '');
  // In Italian the first of a month is "1° dicembre", where the month is written out.
  return language === 'it' && options.month === 'long' ? said.replace(/\b1 (?=\p{L})/u, '1° ') : said;
}

/** "sab 14 nov" */
export function nearDay(day: string, language: Language): string {
  return ofDay(day, language, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** "14 nov" */
export function shortDay(day: string, language: Language): string {
  return ofDay(day, language, { day: 'numeric', month: 'short' });
}

/** "14 novembre" */
export function plainDay(day: string, language: Language): string {
  return ofDay(day, language, { day: 'numeric', month: 'long' });
}

/** "sabato 14 novembre" */
export function weekDay(day: string, language: Language): string {
  return ofDay(day, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "sabato 14 novembre 2026" */
export function fullDay(day: string, language: Language): string {
  return ofDay(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "14 novembre 2026" */
export function longDay(day: string, language: Language): string {
  return ofDay(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "1° gennaio", and "1° gennaio 2025" where the other end of a period lies in another year. */
export function dayBeside(day: string, other: string, language: Language): string {
  return day.slice(0, 4) === other.slice(0, 4) ? plainDay(day, language) : longDay(day, language);
}

/** "novembre 2026" */
export function monthOf(day: string, language: Language): string {
  return ofDay(day, language, { month: 'long', year: 'numeric' });
}

/** The day on which an instant falls, in a time zone. */
export function dayOf(instant: string | Date, timeZone: string): string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', options).format(new Date(instant));
}

/** "18:05" */
export function timeOf(instant: string | Date, language: Language, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return format(language, { hour: '2-digit', minute: '2-digit', hour12: false, ...zone }).format(new Date(instant));
}

export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Every month from the first to the last, the newest in front, each by its first day. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  let [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))];
  for (let day = `${last.slice(0, 7)}-01`; day >= `${first.slice(0, 7)}-01`;) {
    months.push(day);
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day = `${String(year)}-${String(month).padStart(2, '0')}-01`;
  }
  return months;
}
