import type { Run } from '../measurement.js';
import type { TownRules } from '../town.js';

const none = { kind: 'none' } as const;

/** The receiver's consent alone posts, and no balance is too low or too high. */
export const receiverPosts: TownRules = { consent: 'receiver', limits: { floor: none, ceiling: none } };

/** Both sides must agree. */
export const bothAgree: TownRules = { consent: 'both', limits: { floor: none, ceiling: none } };

/** Fewer where it is only looked whether all works. */
export function membersIn({ quick }: Run): number {
  return quick ? 100 : 1000;
}
