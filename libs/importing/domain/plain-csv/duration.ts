import { minutes, type Minutes } from '#kernel';
import { Misread } from './problem.js';

export type Unit = 'hours' | 'minutes';

const hoursAndMinutes = /^(\d{1,9}):(\d{2})$/;
const whole = /^\d{1,9}$/;
/** Two decimals at most: three could be thousands. */
const decimal = /^(\d{1,9})[.,](\d{1,2})$/;

/** Whole minutes out of `1:30`, `1,5`, `1.5` or `90`; only the first says its unit by itself. */
export function readDuration(text: string, unit: Unit | undefined): Minutes | Misread {
  if (text === '') return new Misread('TEXT_MISSING');
  if (/^[-−]/.test(text)) return new Misread('DURATION_NEGATIVE', { text });
  const read = unsigned(text, unit);
  return read === 0 ? new Misread('DURATION_ZERO', { text }) : read;
}

/** True where nothing in the cell tells hours from minutes. */
export function needsUnit(text: string): boolean {
  return whole.test(text) || Number(decimal.exec(text)?.[2] ?? 1) === 0;
}

function unsigned(text: string, unit: Unit | undefined): Minutes | Misread {
  const clock = hoursAndMinutes.exec(text);
  if (clock) {
    const past = Number(clock[2]);
    return past < 60 ? minutes(Number(clock[1]) * 60 + past) : new Misread('DURATION_UNREADABLE', { text });
  }
  const fraction = decimal.exec(text);
  if (!whole.test(text) && !fraction) return new Misread('DURATION_UNREADABLE', { text });
  if (!unit && needsUnit(text)) return new Misread('UNIT_UNKNOWN', { text });

  const hundredths = fraction ? Number(fraction[1]) * 100 + Number(fraction[2]?.padEnd(2, '0')) : Number(text) * 100;
  const hundredthMinutes = unit === 'minutes' ? hundredths : hundredths * 60;
  return hundredthMinutes % 100 === 0 ? minutes(hundredthMinutes / 100) : new Misread('DURATION_FRACTION', { text });
}
