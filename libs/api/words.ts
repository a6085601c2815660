import type { Facts, Message } from '#kernel';
import type { Language } from './reader.js';

const minutesAnHour = 60;

/** 90 → "1 h 30 min"; the sign stays in front. */
export function inHours(minutes: number): string {
  const whole = Math.floor(Math.abs(minutes) / minutesAnHour);
  const rest = Math.abs(minutes) % minutesAnHour;
  const text = [whole > 0 ? `${String(whole)} h` : '', rest > 0 || whole === 0 ? `${String(rest)} min` : '']
    .filter((part) => part !== '')
    .join(' ');
  return minutes < 0 ? `-${text}` : text;
}

const place = /\{([A-Za-z0-9]+)\}/g;
const optionalPart = /\[([^\]]*)\]/g;

/**
 * Fills `{fact}`. A fact whose name ends in "inutes" is shown as hours and minutes, a day in the reader's words;
 * a part in square brackets is left out where one of its facts is missing.
 */
export function say(message: Message, facts: Facts, language: Language): string {
  const shown = (_: string, name: string): string => shownFact(name, facts[name], language);
  return message[language]
    .replace(optionalPart, (_, part: string) => (isFilled(part, facts) ? part : ''))
    .replace(place, shown);
}

function isFilled(part: string, facts: Facts): boolean {
  return [...part.matchAll(place)].every(([, name = '']) => facts[name] !== undefined);
}

function shownFact(name: string, fact: string | number | undefined, language: Language): string {
  if (fact === undefined) return `{${name}}`;
  if (typeof fact === 'number') return /inutes(Max|Min)?$/.test(name) ? inHours(fact) : String(fact);
  return /^\d{4}-\d{2}-\d{2}/.test(fact) ? inWords(fact.slice(0, 10), language) : fact;
}

function inWords(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
