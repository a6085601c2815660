/** What is counted, and for whom. */
export type Throttled =
  | 'address-from-place'
  | 'address'
  | 'place'
  | 'hub'
  | 'provider-from-place'
  | 'wrong-at-place'
  | 'new-address'
  | 'new-address-code';

export interface ThrottleRule {
  readonly timesMax: number;
  readonly windowSeconds: number;
}

/**
 * For an address as seen from one place few are enough; over all places there are more, so that whoever asks in another's
 * name from elsewhere does not use up that person's own. Behind one place may stand a whole hub.
 */
export const throttleRules: Readonly<Record<Throttled, ThrottleRule>> = {
  'address-from-place': { timesMax: 5, windowSeconds: 900 },
  address: { timesMax: 20, windowSeconds: 3_600 },
  place: { timesMax: 60, windowSeconds: 900 },
  hub: { timesMax: 600, windowSeconds: 900 },
  'provider-from-place': { timesMax: 60, windowSeconds: 900 },
  'wrong-at-place': { timesMax: 60, windowSeconds: 900 },
  // Of one person: codes to addresses of their choosing, and tries at them.
  'new-address': { timesMax: 5, windowSeconds: 900 },
  'new-address-code': { timesMax: 5, windowSeconds: 600 },
};
