import type { LocalDate, Minutes } from '#kernel';
import type { BankFacts, LimitMinutes } from './bank-facts.js';
import type { ImportPlan } from './import-plan.js';

/** What will happen, before it does. */
export interface PlanReport {
  readonly newMembers: number;
  readonly knownMembers: number;
  readonly exchanges: number;
  readonly minutes: Minutes;
  readonly firstDay: LocalDate | undefined;
  readonly lastDay: LocalDate | undefined;
  /** Balances that the import would leave below the floor or above the ceiling. */
  readonly beyondLimits: readonly BeyondLimit[];
}

export interface BeyondLimit {
  readonly name: string;
  readonly balanceMinutes: Minutes;
  readonly limitMinutes: Minutes;
}

export function reportOf(plan: ImportPlan, bank: BankFacts): PlanReport {
  const people = plan.parties.all;
  const newMembers = people.filter(({ member }) => !member).length;
  return {
    newMembers,
    knownMembers: people.length - newMembers,
    exchanges: plan.exchanges,
    minutes: plan.minutes,
    firstDay: plan.firstDay,
    lastDay: plan.lastDay,
    beyondLimits: people.flatMap(({ name, balanceMinutes, member }) => {
      const limitMinutes = passed(balanceMinutes, member?.limits ?? bank.limits);
      return limitMinutes === undefined ? [] : [{ name, balanceMinutes, limitMinutes }];
    }),
  };
}

function passed(balance: Minutes, { floorMinutes, ceilingMinutes }: LimitMinutes): Minutes | undefined {
  if (floorMinutes !== undefined && balance < floorMinutes) return floorMinutes;
  return ceilingMinutes !== undefined && balance > ceilingMinutes ? ceilingMinutes : undefined;
}
