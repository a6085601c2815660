import { percentile } from '../statistics.js';

export interface Measured {
  readonly perSecond: number;
  readonly p99Ms: number;
  /** All of them: what is begun before the end is answered too, so the books hold exactly as many. */
  readonly done: number;
}

/** Does `once` again and again in `connections` places at the same time, each as soon as the one before it is done. */
export async function atOnce(
  connections: number,
  seconds: number,
  once: (place: number) => Promise<void>,
): Promise<Measured> {
  const tookMs: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async (_, place) => {
      for (let from = performance.now(); from < end;) {
        await once(place);
        const now = performance.now();
        tookMs.push(now - from);
        from = now;
      }
    }),
  );
  const elapsedMs = performance.now() - started;
  return { perSecond: (tookMs.length / elapsedMs) * 1000, p99Ms: percentile(tookMs, 0.99), done: tookMs.length };
}
