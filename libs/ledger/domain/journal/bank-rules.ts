import { isTimeZone } from '#kernel';
import { BankRuleInvalid } from './bank.errors.js';
import type { BankRules } from './bank.rules.js';
import { isCode } from './exchange-terms.js';
import { isCeiling, isFloor } from './limits.js';

const exchangeMinutesLimit = 7 * 24 * 60;
const claimDaysMax = 365;
const codesMax = 200;

/** How each rule must be, in the order in which they are looked at. */
const checks: readonly (readonly [rule: string, isRight: (rules: BankRules) => boolean])[] = [
  ['timeZone', ({ timeZone }) => isTimeZone(timeZone)],
  ['stepMinutes', ({ stepMinutes }) => [15, 30].includes(stepMinutes)],
  ['exchangeMinutesMax', isLargestExchange],
  ['consent', ({ consent }) => ['both', 'receiver'].includes(consent)],
  ['claimDays', ({ claimDays }) => Number.isInteger(claimDays) && claimDays >= 1 && claimDays <= claimDaysMax],
  ['floor', ({ limits }) => isFloor(limits.floor)],
  ['ceiling', ({ limits }) => isCeiling(limits.ceiling)],
  ['categories', ({ categories }) => areCodes(categories)],
  ['strands', ({ strands }) => areCodes(strands)],
];

/** @throws BankRuleInvalid naming the first rule that is not as it must be */
export function requireRules(rules: BankRules): void {
  for (const [rule, isRight] of checks) if (!isRight(rules)) throw new BankRuleInvalid({ rule });
}

function isLargestExchange({ stepMinutes, exchangeMinutesMax }: BankRules): boolean {
  return (
    exchangeMinutesMax >= stepMinutes &&
    exchangeMinutesMax % stepMinutes === 0 &&
    exchangeMinutesMax <= exchangeMinutesLimit
  );
}

function areCodes(codes: readonly string[]): boolean {
  return codes.length <= codesMax && codes.every(isCode) && new Set(codes).size === codes.length;
}
