import { follow, type Following, type ServedTables } from './follow.js';
import type { Log } from './log.js';

export interface Leading extends ServedTables {
  end(): Promise<void>;
}

export interface Projecting extends Following {
  /** Resolves once this projector is the one that leads, or is told to end. */
  readonly lead: (signal: AbortSignal) => Promise<Leading>;
  readonly log: Log;
}

const againMs = 250;

/**
 * Keeps all versions that serve at the store's head: one subscription, one reading of every record and one transaction
 * a batch for all of them. What stops it is told, and it starts again from the checkpoint.
 */
export async function keepUp(projecting: Projecting, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const tables = await projecting.lead(signal);
      try {
        await follow(tables, projecting, signal);
      } finally {
        await tables.end();
      }
    } catch (error) {
      if (!isOver(signal)) projecting.log.warn({ err: error }, 'the views stopped and start again');
    }
    await projecting.pause(againMs, signal);
  }
}

/** Asked anew: it may have been aborted meanwhile. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}
