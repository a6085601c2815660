import { OutcomeUnknown, StoreUnavailable } from '#kernel';
import { clocksApart } from './append-functions.sql.js';

/**
 * Answers of PostgreSQL after which nothing was stored for certain and the same may work later: rolled back (40), out of space,
 * memory or connections (53), the disk failed (58), the lock was not to be had (55P03), a standby (25006), not yet up (57P03).
 */
const nothingStored = /^(40...|53...|58...|55P03|25006|57P03)$/;

/** Terminated, crashed beside it, or cancelled: perhaps just after the COMMIT. */
const mayBeStored = /^(57P01|57P02|57014)$/;

/** PostgreSQL's own word for what went wrong; undefined when it never answered. */
function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Nothing more can be asked on that connection: PostgreSQL never answered, so that nobody knows what it is busy with, or said that it ends it (57P). */
export function endsConnection(error: unknown): boolean {
  return sqlStateOf(error)?.startsWith('57P') ?? true;
}

/** No connection could be had: nothing was sent. */
export function unreachable(cause: unknown): StoreUnavailable {
  return new StoreUnavailable('PostgreSQL cannot be reached', { cause });
}

/**
 * What a failed append means. A cut connection, a shutdown or a cancellation may come after the COMMIT,
 * so only what is certainly before it counts as nothing stored. Anything else PostgreSQL says is a fault and stays what it is.
 */
export function appendFailure(cause: unknown): unknown {
  const state = sqlStateOf(cause);
  if (state === clocksApart)
    return new StoreUnavailable('the clocks of PostgreSQL and of this process disagree', { cause });
  if (state === undefined || mayBeStored.test(state)) {
    return new OutcomeUnknown('PostgreSQL did not answer', { cause });
  }
  return nothingStored.test(state) ? new StoreUnavailable('PostgreSQL refused for the moment', { cause }) : cause;
}

/** What a failed read means: away for a while, or a fault. */
export function readFailure(cause: unknown): unknown {
  const state = sqlStateOf(cause);
  const away = state === undefined || state.startsWith('57') || nothingStored.test(state);
  return away ? new StoreUnavailable('PostgreSQL did not answer', { cause }) : cause;
}
