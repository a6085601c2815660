import { ErrorType, isCommandError } from '@eventstore/db-client';
import { OutcomeUnknown, StoreDamaged, StoreUnavailable } from '#kernel';

/** Not there, not ready, not the leader any more, or cut off on the way: the same may work in a moment. */
const passing: ReadonlySet<string> = new Set([
  ErrorType.UNAVAILABLE,
  ErrorType.CANCELLED,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.TIMEOUT,
  ErrorType.NOT_LEADER,
]);

/** gRPC's own numbers of the same: cancelled, deadline exceeded, exhausted, aborted, internal (a reset stream), unavailable. */
const passingCodes: ReadonlySet<unknown> = new Set([1, 4, 8, 10, 13, 14]);

function passes(error: unknown): boolean {
  if (isOneOfTheClient(error) && passing.has(error.type)) return true;
  if (!(error instanceof Error)) return false;
  return 'code' in error ? passingCodes.has(error.code) : error.message.startsWith('Failed to discover');
}

function isOneOfTheClient(error: unknown): error is Error & { readonly type: ErrorType } {
  return error instanceof Error && isCommandError(error);
}

/** @returns whether the client says of an error that it is of this kind */
export function isOfType(error: unknown, type: ErrorType): boolean {
  return isOneOfTheClient(error) && error.type === type;
}

/** A subscription was ended because events came faster than they were taken: the server is there, and has them all. */
export function isTooSlow(cause: unknown): boolean {
  return isOfType(cause, ErrorType.TIMEOUT);
}

/**
 * What a failed append means. Whatever breaks on the way may break just after the server has stored it, and what the client
 * does not understand may too.
 */
export function appendFailure(cause: unknown): unknown {
  if (isOfType(cause, ErrorType.STREAM_DELETED)) return new StoreDamaged('a stream was deleted', { cause });
  return passes(cause) || isOfType(cause, ErrorType.UNKNOWN)
    ? new OutcomeUnknown('EventStoreDB did not answer', { cause })
    : cause;
}

/** What a failed read means: away for a while, damaged, or a fault. */
export function readFailure(cause: unknown): unknown {
  if (isOfType(cause, ErrorType.STREAM_DELETED)) return new StoreDamaged('a stream was deleted', { cause });
  return passes(cause) ? new StoreUnavailable('EventStoreDB did not answer', { cause }) : cause;
}
