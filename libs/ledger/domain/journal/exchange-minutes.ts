import { minutes, plus, type Minutes } from '#kernel';
import { MinutesAboveMax, MinutesNotInSteps, MinutesNotPositive } from './exchange.errors.js';
import type { BankRules } from './bank.rules.js';

/** Time given and the travel that moves with it. */
export interface Proposal {
  readonly minutes: Minutes;
  readonly travelMinutes?: Minutes;
}

/** What an entry moves. */
export function movedMinutes(proposal: Proposal): Minutes {
  return plus(proposal.minutes, proposal.travelMinutes ?? minutes(0));
}

/** A proposal as it is recorded: no travel has no key. */
export function proposalOf(given: Minutes, travel: Minutes | undefined): Proposal {
  return travel === undefined || travel === 0 ? { minutes: given } : { minutes: given, travelMinutes: travel };
}

/** @throws MinutesNotPositive, MinutesNotInSteps, MinutesAboveMax — in this order */
export function requireMinutes(rules: BankRules, given: Minutes, travel: number = 0): void {
  const { stepMinutes, exchangeMinutesMax: minutesMax } = rules;
  if (given <= 0 || travel < 0) throw new MinutesNotPositive();
  if (given % stepMinutes !== 0 || travel % stepMinutes !== 0) throw new MinutesNotInSteps({ stepMinutes });
  if (given + travel > minutesMax) throw new MinutesAboveMax({ minutes: given + travel, minutesMax });
}
