import type { Party, UserError } from '../api/shapes.js';
import { duration } from '../plain/durations.js';
import { words } from '../words/words.js';
import type { App } from './app.js';

interface Refused {
  readonly other: Party;
  /** Whether whoever asks gives the time. */
  readonly gave: boolean;
}

/** A limit is said of one's own account with its figure, of another's without; of anything else the bank has its words. */
export function refusalWords(app: App, { code, message }: UserError, { other, gave }: Refused): string {
  if (code !== 'FLOOR_REACHED' && code !== 'CEILING_REACHED') return message;
  const isOwn = gave === (code === 'CEILING_REACHED');
  if (!isOwn) return words.otherCannot(other.displayName ?? '');
  const { floor, ceiling } = app.home.account;
  return code === 'FLOOR_REACHED'
    ? words.ownFloor(duration(floor.minutes ?? 0))
    : words.ownCeiling(duration(ceiling.minutes ?? 0));
}
