import type { LimitWarning, Minutes } from '#kernel';
import type { Limit, Limits } from './bank.rules.js';
import type { Account } from './journal.state.js';

/** An account's own limits stand over the bank's. */
export function limitsOf(account: Account, bank: Limits): Limits {
  return { floor: account.floor ?? bank.floor, ceiling: account.ceiling ?? bank.ceiling };
}

export function passesFloor(floor: Limit, balance: Minutes): floor is Exclude<Limit, { kind: 'none' }> {
  return floor.kind !== 'none' && balance < floor.minutes;
}

export function passesCeiling(ceiling: Limit, balance: Minutes): ceiling is Exclude<Limit, { kind: 'none' }> {
  return ceiling.kind !== 'none' && balance > ceiling.minutes;
}

/** The limits that a balance passes, soft or hard: what is hard has been refused before, where it binds. */
export function warningsOf({ floor, ceiling }: Limits, balance: Minutes): readonly LimitWarning[] {
  return [
    ...(passesFloor(floor, balance) ? [{ kind: 'floor' as const, limitMinutes: floor.minutes }] : []),
    ...(passesCeiling(ceiling, balance) ? [{ kind: 'ceiling' as const, limitMinutes: ceiling.minutes }] : []),
  ];
}

export function isFloor(limit: Limit): boolean {
  return limit.kind === 'none' || (Number.isSafeInteger(limit.minutes) && limit.minutes <= 0);
}

export function isCeiling(limit: Limit): boolean {
  return limit.kind === 'none' || (Number.isSafeInteger(limit.minutes) && limit.minutes >= 0);
}

export function sameLimit(one: Limit | undefined, other: Limit | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.kind === 'none' || other.kind === 'none') return one.kind === other.kind;
  return one.kind === other.kind && one.minutes === other.minutes;
}
