import { Presets, SingleBar } from 'cli-progress';
import { pino } from 'pino';
import type { Position } from '#kernel';
import { openParts, type Parts } from '../parts.js';
import { settingsFrom } from '../settings.js';

/** Shows on a terminal how far something has come; says nothing where nobody looks. */
export type ShowProgress = (position: Position, until: Position) => void;

/** The parts, with views that are kept up to the head of the store while it works. */
export async function withReadModels(work: (parts: Parts, show: ShowProgress) => Promise<boolean>): Promise<void> {
  const parts = await openParts(settingsFrom(process.env), pino({ level: 'warn' }, pino.destination(2)));
  const bar = new SingleBar({ noTTYOutput: false, hideCursor: true }, Presets.shades_classic);
  let begun = false;
  const show: ShowProgress = (position, until) => {
    if (!begun) bar.start(Number(until), 0);
    begun = true;
    bar.update(Number(position));
  };
  try {
    parts.readModels.start();
    await parts.readModels.waitFor(await parts.store.head());
    if (!(await work(parts, show))) process.exitCode = 1;
  } finally {
    bar.stop();
    await parts.close();
  }
}
