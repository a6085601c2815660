/**
 * Mann and Whitney's test of whether two samples come from one distribution: two-sided, by the normal approximation with
 * its corrections for ties and for continuity, which is close from about twenty values a side on.
 *
 * @returns how likely a difference in ranks at least this large is by chance
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const [m, n] = [one.length, other.length];
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))];
  all.sort((a, b) => a.value - b.value);
  let [rankSum, ties] = [0, 0];
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const [size, rank] = [end - start, (start + 1 + end) / 2];
    rankSum += rank * all.slice(start, end).filter(({ isOne }) => isOne).length;
    ties += size ** 3 - size;
    start = end;
  }
  const [u, mean, total] = [rankSum - (m * (m + 1)) / 2, (m * n) / 2, m + n];
  const deviation = Math.sqrt(((m * n) / 12) * (total + 1 - ties / (total * (total - 1))));
  if (deviation === 0) return 1;
  const z = Math.max(0, Math.abs(u - mean) - 0.5) / deviation;
  return 2 * (1 - normalBelow(z));
}

/** Abramowitz and Stegun 26.2.17: within 7.5e-8. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * z);
  const series =
    t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
