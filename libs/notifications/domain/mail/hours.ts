type Language = 'it' | 'en';

/** Keeps a number with its unit, wherever the line breaks. */
const tied = '\u00a0';
const locales = { it: 'it-IT', en: 'en-GB' } as const;

/** 90 as 1 h 30 min. */
export function inHours(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [`${String(hours)}${tied}h`] : []),
    ...(rest > 0 ? [`${String(rest)}${tied}min`] : []),
  ];
  return parts.length === 0 ? `0${tied}min` : parts.join(tied);
}

/** What somebody has: the words say on which side of nothing. */
export function balanceInWords(minutes: number, language: Language): string {
  if (minutes === 0) return language === 'it' ? 'In pari' : 'Even';
  const [credit, debit] = language === 'it' ? ['a credito', 'a debito'] : ['in credit', 'in debit'];
  return `${inHours(Math.abs(minutes))} ${minutes > 0 ? credit : debit}`;
}

/** Ora hai 4 h a credito. */
export function balanceNow(minutes: number, language: Language): string {
  const words = balanceInWords(minutes, language);
  if (language === 'en') return minutes === 0 ? 'You are even now.' : `You now have ${words}.`;
  return minutes === 0 ? 'Ora sei in pari.' : `Ora hai ${words}.`;
}

/** Dopo avrai 45 min a credito. */
export function balanceAfterwards(minutes: number, language: Language): string {
  const words = balanceInWords(minutes, language);
  if (language === 'en') return minutes === 0 ? 'Afterwards you will be even.' : `Afterwards you will have ${words}.`;
  return minutes === 0 ? 'Dopo sarai in pari.' : `Dopo avrai ${words}.`;
}

/** sabato 14 novembre 2026 */
export function fullDay(day: string, language: Language): string {
  return inWords(day, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** sabato 14 novembre */
export function nearDay(day: string, language: Language): string {
  return inWords(day, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** 15 dicembre */
export function lastDay(day: string, language: Language): string {
  return inWords(day, language, { day: 'numeric', month: 'long' });
}

/** 14 novembre 2026 */
export function dayAndYear(day: string, language: Language): string {
  return inWords(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

function inWords(day: string, language: Language, form: Intl.DateTimeFormatOptions): string {
  const words = new Intl.DateTimeFormat(locales[language], { ...form, timeZone: 'UTC' })
    .format(new Date(day))
    .replace(',', '');
  return language === 'it' ? words.replace(/\b1 /, '1° ') : words;
}

const shortened: Readonly<Record<string, string>> = { il: 'l’', al: 'all’', alle: 'all’', dal: 'dall’' };

/** An Italian sentence with a day or a time in it, as it is spoken: "il 8 dicembre" as "l’8 dicembre", "alle 01:05" as "all’01:05". */
export function spoken(sentence: string): string {
  const before = /\b(?:(il|al|dal) (?=(?:8|11) )|(alle) (?=01:))/g;
  return sentence.replace(before, (_, day?: string, time?: string) => shortened[day ?? time ?? ''] ?? '');
}

/** 2304 as 2.304 or 2,304. */
export function grouped(number: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { useGrouping: 'always' }).format(number);
}

/** A code of the bank's, as people read it: lavori-di-casa as Lavori di casa. */
export function categoryInWords(code: string): string {
  const words = code.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
