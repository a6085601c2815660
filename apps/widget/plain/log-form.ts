import type { Person } from '../api/shapes.js';
import { typedHours } from './durations.js';

export type Direction = 'gave' | 'received';

/** What somebody has filled in so far to log hours. */
export interface LogForm {
  readonly direction: Direction;
  readonly person?: Person | undefined;
  /** One of the chips; 'other' opens hours and minutes. */
  readonly chosen?: number | 'other' | undefined;
  /** As it was typed. */
  readonly hours: string;
  readonly minutes: number;
  readonly category?: string | undefined;
  readonly day: string;
  readonly note: string;
  /** The same for every try, so that it is logged once. */
  readonly key: string;
}

export interface TimeRules {
  readonly stepMinutes: number;
  readonly exchangeMinutesMax: number;
}

export type FormProblem =
  | { readonly group: 'person'; readonly what: 'missing' }
  | { readonly group: 'time'; readonly what: 'missing' | 'no-number' | 'too-little' | 'no-step' | 'too-much' }
  | { readonly group: 'day'; readonly what: 'missing' | 'future' };

export const chips: readonly number[] = [30, 60, 90, 120];

export function emptyForm(direction: Direction, today: string, key: string): LogForm {
  return { direction, hours: '', minutes: 0, day: today, note: '', key };
}

/** Minutes as the form stands; undefined while nothing, or no number, is chosen. */
export function minutesIn({
  chosen,
  hours,
  minutes,
}: Pick<LogForm, 'chosen' | 'hours' | 'minutes'>): number | undefined {
  if (chosen !== 'other') return chosen;
  const typed = typedHours(hours);
  return typed && typed.hours * 60 + (typed.minutes > 0 ? typed.minutes : minutes);
}

/** All that keeps the form from being sent, from the top of the screen to its end. */
export function problemsIn(form: LogForm, rules: TimeRules, today: string): readonly FormProblem[] {
  const problems: FormProblem[] = form.person ? [] : [{ group: 'person', what: 'missing' }];
  const what = timeProblem(form, rules);
  if (what) problems.push({ group: 'time', what });
  if (form.day === '') problems.push({ group: 'day', what: 'missing' });
  else if (form.day > today) problems.push({ group: 'day', what: 'future' });
  return problems;
}

export function timeProblem(
  form: Pick<LogForm, 'chosen' | 'hours' | 'minutes'>,
  { stepMinutes, exchangeMinutesMax }: TimeRules,
): Extract<FormProblem, { group: 'time' }>['what'] | undefined {
  if (form.chosen === undefined) return 'missing';
  const minutes = minutesIn(form);
  if (minutes === undefined) return 'no-number';
  if (minutes < stepMinutes) return 'too-little';
  if (minutes % stepMinutes !== 0) return 'no-step';
  return minutes > exchangeMinutesMax ? 'too-much' : undefined;
}
