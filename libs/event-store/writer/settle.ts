import { Refusal, StoreUnavailable, TryAgain, type AnyEvent, type Command } from '#kernel';
import type { Queued, Waiting } from './prepared.js';

/** Whoever waits is told what stopped the command: a refusal, or a fault. */
export function settle<C extends Command, E extends AnyEvent, S extends object>(
  waiting: Pick<Waiting<C, E>, 'answer' | 'fail'> | Queued<C, E, S>,
  cause: unknown,
): void {
  if (!(cause instanceof Refusal || cause instanceof StoreUnavailable)) waiting.fail(cause);
  else if ('answer' in waiting) waiting.answer({ accepted: false, refusal: refusalOf(cause) });
  else waiting.fail(refusalOf(cause));
}

/** A store that is away is an expected answer; anything else that is no refusal goes on as the fault it is. */
export function refusalOf(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  if (cause instanceof StoreUnavailable) return new TryAgain();
  throw cause;
}
