import type { AnyEvent, Command, CommandId, KeyId, NewId, OldFacts, SealedText, Submission, Verdict } from '#kernel';

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
