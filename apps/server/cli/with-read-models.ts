import { Presets, SingleBar } from 'cli-progress';
import type { Parts } from '../parts.js';
import { withContext } from '../with-context.js';
import { caughtUp, type ShowProgress } from './caught-up.js';

/** What a program says at its end; with exit code 1 when not all is well. */
export interface Outcome {
  readonly isWell: boolean;
  readonly lines: readonly string[];
}

/** Works on views that hold all that is recorded and are kept up meanwhile, whether or not a server runs beside. */
export async function withReadModels(work: (parts: Parts, show: ShowProgress) => Promise<Outcome>): Promise<void> {
  await withContext(async ({ parts }) => {
    const { isWell, lines } = await showing(async (show) => {
      await caughtUp(parts, show);
      return work(parts, show);
    });
    for (const line of lines) console.log(line);
    if (!isWell) process.exitCode = 1;
  });
}

/** A bar on the error output of a terminal; elsewhere nothing is shown. */
export async function showing<T>(work: (show: ShowProgress) => Promise<T>, label = ''): Promise<T> {
  const format = `${label} {bar} {percentage}% | ETA: {eta}s`.trimStart();
  const bar = new SingleBar({ hideCursor: true, format }, Presets.shades_classic);
  try {
    return await work((position, until) => {
      if (bar.isActive) bar.setTotal(Number(until));
      else bar.start(Number(until), 0);
      bar.update(Number(position));
    });
  } finally {
    bar.stop();
  }
}
