import type { Language } from './language.js';

const gap = '\u00a0';
const minus = '\u2212';

/** 90 → "1 h 30 min", never broken; the sign is left out. */
export function duration(minutes: number): string {
  const [hours, rest] = parts(minutes);
  const words = [hours > 0 ? `${String(hours)}${gap}h` : '', rest > 0 || hours === 0 ? `${String(rest)}${gap}min` : ''];
  return words.filter((word) => word !== '').join(gap);
}

/** "+1 h", "−45 min", for columns of numbers. */
export function signed(minutes: number): string {
  return `${minutes < 0 ? minus : '+'}${duration(minutes)}`;
}

/** As it is read aloud: "un'ora e 30 minuti". */
export function spoken(minutes: number, language: Language): string {
  const [hours, rest] = parts(minutes);
  const [oneHour, manyHours, oneMinute, manyMinutes, and] = units[language];
  const words = [
    hours === 0 ? '' : hours === 1 ? oneHour : `${String(hours)} ${manyHours}`,
    rest === 0 && hours > 0 ? '' : rest === 1 ? oneMinute : `${String(rest)} ${manyMinutes}`,
  ];
  return words.filter((word) => word !== '').join(` ${and} `);
}

export type Side = 'credit' | 'debit' | 'even';

export function sideOf(balanceMinutes: number): Side {
  if (balanceMinutes === 0) return 'even';
  return balanceMinutes > 0 ? 'credit' : 'debit';
}

export const sideWords: Readonly<Record<Language, Readonly<Record<Side, string>>>> = {
  it: { credit: 'a credito', debit: 'a debito', even: 'In pari' },
  en: { credit: 'in credit', debit: 'in debit', even: 'Even' },
};

/** "2 h 15 min a credito", "In pari". */
export function balance(minutes: number, language: Language): string {
  return withSide(minutes, language, duration(minutes));
}

/** "2 ore e 15 minuti a credito". */
export function spokenBalance(minutes: number, language: Language): string {
  return withSide(minutes, language, spoken(minutes, language));
}

function withSide(minutes: number, language: Language, amount: string): string {
  const side = sideOf(minutes);
  const word = sideWords[language][side];
  return side === 'even' ? word : `${amount} ${word}`;
}

const units: Readonly<Record<Language, readonly [string, string, string, string, string]>> = {
  it: ['un’ora', 'ore', 'un minuto', 'minuti', 'e'],
  en: ['one hour', 'hours', 'one minute', 'minutes', 'and'],
};

function parts(minutes: number): readonly [number, number] {
  const whole = Math.abs(minutes);
  return [Math.floor(whole / 60), whole % 60];
}

export interface TypedHours {
  readonly hours: number;
  /** What a fraction of an hour comes to: "1,5" is one hour and thirty minutes. */
  readonly minutes: number;
}

/** What somebody typed as hours; undefined for what is no number. */
export function typedHours(text: string): TypedHours | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return { hours: 0, minutes: 0 };
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(trimmed)) return undefined;
  const minutes = Math.round(Number(trimmed.replace(',', '.')) * 60);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
