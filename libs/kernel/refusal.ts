export type Facts = Readonly<Record<string, string | number>>;

/**
 * A rule that is not met. An expected answer, not a fault: it has a code, a row in the catalogue (docs/errors.md)
 * and words in every language. Anything else that is thrown is a fault and crashes loudly.
 */
export abstract class Refusal extends Error {
  /** UPPER_SNAKE of the class name. */
  abstract readonly code: string;
  /** The input field it is about, where there is one. */
  readonly field?: string;
  /** True when the same command may succeed a little later without any change. */
  readonly retryable: boolean = false;

  /** @param facts what the words of the message need; opaque ids, minutes, days, codes: never a name. */
  constructor(readonly facts: Facts = {}) {
    super();
    this.name = new.target.name;
  }

  override get message(): string {
    return `${this.code} ${JSON.stringify(this.facts)}`;
  }
}

/** There is no such thing, or it is none of the asker's business: one answer for both. */
export class NotFound extends Refusal {
  readonly code = 'NOT_FOUND';
}
/** A verb that this actor never has here. */
export class Forbidden extends Refusal {
  readonly code = 'FORBIDDEN';
}
/** The command would change nothing. */
export class NothingToChange extends Refusal {
  readonly code = 'NOTHING_TO_CHANGE';
}
/** Another command came with the same idempotency key. */
export class IdempotencyConflict extends Refusal {
  readonly code = 'IDEMPOTENCY_CONFLICT';
  override readonly field = 'idempotencyKey';
}
/** The entity moved since the asker looked at it. */
export class StaleVersion extends Refusal {
  readonly code = 'STALE_VERSION';
  override readonly field = 'expectedVersion';
}
/** The queue is full, the store is away, or the clocks disagree: nothing was recorded, try again. */
export class TryAgain extends Refusal {
  readonly code = 'TRY_AGAIN';
  override readonly retryable = true;
}
/** One record may hold 256 kB, the records of one command 512 kB together. */
export class EventTooLarge extends Refusal {
  readonly code = 'EVENT_TOO_LARGE';
}
/** The bank's books have moved to another store: whoever still writes to this one is fenced. */
export class JournalMoved extends Refusal {
  readonly code = 'JOURNAL_MOVED';
}

export const kernelErrorCodes = [
  'NOT_FOUND',
  'FORBIDDEN',
  'NOTHING_TO_CHANGE',
  'IDEMPOTENCY_CONFLICT',
  'STALE_VERSION',
  'TRY_AGAIN',
  'EVENT_TOO_LARGE',
  'JOURNAL_MOVED',
  'DOCUMENT_NUMBER_INVALID',
] as const;
export type KernelErrorCode = (typeof kernelErrorCodes)[number];

/** A refusal in the reader's language; `{minutes}` and the like stand for facts. */
export interface Message {
  readonly it: string;
  readonly en: string;
}
