export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('no values');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The smallest value that at least this share of all values does not pass: 0.99 for p99. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('no values');
  return value;
}

/** A B C, then C B A, and so on: what drifts during a run touches all of them alike. */
export function interleaved<T>(contestants: readonly T[], round: number): readonly T[] {
  return round % 2 === 0 ? contestants : contestants.toReversed();
}

/**
 * Two of the values that the true median lies between with at least this certainty, whatever they are spread like: each
 * value lies on either side of it, one as likely as the other.
 */
export function medianInterval(values: readonly number[], certainty: number): readonly [from: number, to: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  let left = 0;
  let outside = 0;
  for (let share = 1 / 2 ** n; outside + 2 * share <= 1 - certainty; left += 1) {
    outside += 2 * share;
    share *= (n - left) / (left + 1);
  }
  const [from, to] = [sorted[Math.max(0, left - 1)], sorted[Math.min(n - 1, n - left)]];
  if (from === undefined || to === undefined) throw new Error('no values');
  return [from, to];
}
