import { OutcomeUnknown, Refusal, StoreUnavailable } from '#kernel';
import { wordsOf } from './error-codes.js';
import { TopLevelError, outcomeUnknown, unavailable } from './top-level-errors.js';

/** Node's and PostgreSQL's codes for a database that cannot be reached, is full, goes down or is not yet up. */
const awayCode =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|E(HOST|NET)UNREACH|08...|53...|57P0[1-5])$/;
/** What the driver says, without a code, of a connection that broke or could not be had in time. */
const brokenConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/**
 * Trouble that passes, as the asker reads it: the request may be sent again as it is. The one place that knows which is which.
 *
 * @returns undefined for a fault, which is ours
 */
export function passingTrouble(trouble: unknown): TopLevelError | undefined {
  if (trouble instanceof OutcomeUnknown) return new TopLevelError('UNAVAILABLE', outcomeUnknown);
  if (trouble instanceof Refusal && trouble.retryable) {
    return new TopLevelError('UNAVAILABLE', wordsOf(trouble.code), undefined, trouble.facts);
  }
  return isAway(trouble) ? new TopLevelError('UNAVAILABLE', unavailable) : undefined;
}

function isAway(trouble: unknown): boolean {
  if (trouble instanceof StoreUnavailable) return true;
  if (trouble instanceof AggregateError) return trouble.errors.every(isAway);
  if (!(trouble instanceof Error)) return false;
  if ('code' in trouble && typeof trouble.code === 'string') return awayCode.test(trouble.code);
  return brokenConnection.test(trouble.message);
}
