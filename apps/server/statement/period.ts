import { TopLevelError } from '#api';
import { asLocalDate, isLocalDate, type LocalDate, type Message } from '#kernel';
import type { Period } from '#ledger';

const [yearMin, yearMax] = ['1900', '2199'];

const noDate: Message = {
  it: 'Scrivi due date, la prima e l’ultima, come 2026-11-22.',
  en: 'Give two dates, the first and the last, as in 2026-11-22.',
};
const tooFar: Message = {
  it: `Scegli date dal ${yearMin} al ${yearMax}.`,
  en: `Choose dates from ${yearMin} to ${yearMax}.`,
};
const wrongOrder: Message = {
  it: 'La prima data viene dopo la seconda.',
  en: 'The first date is after the second.',
};

/** @throws TopLevelError that names the date which is no good */
export function periodOf(asked: { readonly from?: unknown; readonly to?: unknown }): Period {
  const period = { from: dateOf(asked.from, 'from'), to: dateOf(asked.to, 'to') };
  if (period.from > period.to) throw new TopLevelError('BAD_USER_INPUT', wrongOrder, 'to');
  return period;
}

function dateOf(asked: unknown, field: keyof Period): LocalDate {
  if (typeof asked !== 'string' || !isLocalDate(asked)) throw new TopLevelError('BAD_USER_INPUT', noDate, field);
  const year = asked.slice(0, 4);
  if (year < yearMin || year > yearMax) throw new TopLevelError('BAD_USER_INPUT', tooFar, field);
  return asLocalDate(asked);
}
