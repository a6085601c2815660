import { setTimeout as pause } from 'node:timers/promises';

const tickMs = 2;

/**
 * Begins so many in a second, whether or not the ones before are done: a slow answer slows nothing down. Resolves when
 * all are answered, with their number.
 */
export async function atPace(perSecond: number, seconds: number, ask: () => Promise<unknown>): Promise<number> {
  const begun: Promise<unknown>[] = [];
  const start = performance.now();
  for (let passed = 0; passed < seconds; passed = (performance.now() - start) / 1000) {
    while (begun.length < passed * perSecond) begun.push(ask());
    await pause(tickMs);
  }
  await Promise.all(begun);
  return begun.length;
}
