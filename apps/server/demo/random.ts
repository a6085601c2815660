/** A stream of numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** mulberry32: small, fast, and the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function wholeBelow(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** One of them, the heavier the likelier. */
export function pickWeighted<Value>(
  random: Random,
  values: readonly Value[],
  weightOf: (value: Value) => number,
): Value {
  let left = random() * values.reduce((sum, value) => sum + weightOf(value), 0);
  const picked = values.find((value) => (left -= weightOf(value)) < 0) ?? values.at(-1);
  if (picked === undefined) throw new RangeError('there is nothing to pick from');
  return picked;
}

export function shuffled<Value>(random: Random, values: readonly Value[]): readonly Value[] {
  return values
    .map((value) => ({ value, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}

/** Whole shares of `total` by weight that sum to it exactly: the largest remainders are rounded up. */
export function shares(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight, place) => ({ place, share: (total * weight) / sum }));
  const whole = exact.map(({ share }) => Math.floor(share));
  const missing = total - whole.reduce((a, b) => a + b, 0);
  const upwards = [...exact].sort((a, b) => (b.share % 1) - (a.share % 1) || a.place - b.place).slice(0, missing);
  for (const { place } of upwards) whole[place] = (whole[place] ?? 0) + 1;
  return whole;
}
