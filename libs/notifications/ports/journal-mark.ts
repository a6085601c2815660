import type { Position, Statements } from '#kernel';

/** How far the records of a store were followed. */
export interface JournalMark {
  /** Where the next look begins; `head` where nobody ever looked, so that what is past by then is told to nobody. */
  startingAt(store: string, head: Position): Promise<Position>;
  /**
   * Does the work and moves the mark, both or neither.
   *
   * @returns false, with nothing done, where another process moved the mark meanwhile
   */
  advance(store: string, from: Position, to: Position, work: (within: Statements) => Promise<void>): Promise<boolean>;
}
