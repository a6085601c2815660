import type {
  AnyEvent,
  Command,
  CommandId,
  Instant,
  KeyId,
  NewId,
  OldFacts,
  ReadonlyState,
  SealedText,
  Submission,
  Verdict,
} from '#kernel';

/** A command with everything that takes time already done: only the decision is left. */
export interface Prepared<E extends AnyEvent> {
  readonly id: CommandId;
  readonly hash: string;
  readonly keys: readonly KeyId[];
  readonly sealed: Readonly<Record<string, SealedText>>;
  readonly newId: NewId;
  readonly facts: OldFacts<E>;
  /** Revision of the entity's last record when the facts were read. */
  readonly factsRevision: number | undefined;
  /** Where the index of commands pointed, at another command's record, when this one was prepared. */
  readonly checkedRevision: number | undefined;
}

/** A prepared command and who waits for it. */
export interface Waiting<C extends Command, E extends AnyEvent> {
  readonly submission: Submission<C>;
  readonly prepared: Prepared<E>;
  readonly answer: (verdict: Verdict<E>) => void;
  /** Not a refusal: a fault. */
  readonly fail: (cause: unknown) => void;
}

/** Something asked of the state at its turn in the queue; it makes no record. */
export interface Question<S extends object> {
  /** Finds the answer; what it gives back hands the answer over. @throws Refusal, which is an answer too */
  readonly see: (state: ReadonlyState<S>, at: Instant) => () => void;
  readonly fail: (cause: unknown) => void;
}

export type Queued<C extends Command, E extends AnyEvent, S extends object> = Waiting<C, E> | Question<S>;

/** A question of which somebody waits for the answer. */
export function questionOf<S extends object, T>(
  view: (state: ReadonlyState<S>, at: Instant) => T,
  answer: (seen: T) => void,
  fail: (cause: unknown) => void,
): Question<S> {
  return {
    see: (state, at) => {
      const seen = view(state, at);
      return () => {
        answer(seen);
      };
    },
    fail,
  };
}
