interface Bucket {
  left: number;
  atMs: number;
}

const minuteMs = 60_000;
const keptMax = 100_000;

/**
 * Each key has a bucket of operations, enough for a minute, which may all be taken at once and grow back evenly. One that
 * asks for more than is left has it, and owes: nothing is too large to be done once. In memory, each process for itself.
 */
export class Buckets {
  private readonly kept = new Map<string, Bucket>();
  private readonly perMs: number;

  /** @param perMinute zero: no limit */
  constructor(
    private readonly perMinute: number,
    private readonly nowMs: () => number,
  ) {
    this.perMs = perMinute / minuteMs;
  }

  /** @returns seconds to wait, where nothing is left; then nothing is taken */
  take(key: string, operations: number): number | undefined {
    if (this.perMinute === 0) return undefined;
    const bucket = this.bucketOf(key);
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / this.perMs / 1000);
    bucket.left -= operations;
    return undefined;
  }

  private bucketOf(key: string): Bucket {
    const now = this.nowMs();
    const known = this.kept.get(key);
    if (known) {
      known.left = Math.min(this.perMinute, known.left + (now - known.atMs) * this.perMs);
      known.atMs = now;
      return known;
    }
    const oldest = this.kept.keys().next();
    if (this.kept.size >= keptMax && !oldest.done) this.kept.delete(oldest.value);
    const fresh = { left: this.perMinute, atMs: now };
    this.kept.set(key, fresh);
    return fresh;
  }
}
