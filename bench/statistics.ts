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
