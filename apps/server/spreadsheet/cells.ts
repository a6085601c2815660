import { stringify } from 'csv-stringify/sync';

const minutesAnHour = 60;

/** 90 → 1:30; the sign stays in front. */
export function asHours(minutes: number): string {
  const rest = String(Math.abs(minutes) % minutesAnHour).padStart(2, '0');
  return `${minutes < 0 ? '-' : ''}${String(Math.floor(Math.abs(minutes) / minutesAnHour))}:${rest}`;
}

/** 2026-11-12 → 12/11/2026; what comes behind the day stays. */
export function asDay(day: string): string {
  return day.replace(/^(\d{4})-(\d{2})-(\d{2})/, '$3/$2/$1');
}

/** What somebody wrote never becomes a formula in whose spreadsheet it is opened. */
export function defused(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** With semicolons, as spreadsheets expect them where decimals have commas. */
export function linesOf(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => [...cells]),
    { delimiter: ';' },
  );
}
