import { Refusal } from '#kernel';
import type { Problem } from './problem.js';

/** Something in the file is wrong or unclear: nothing of it is imported. */
export class FileRefused extends Refusal {
  readonly code = 'FILE_REFUSED';

  constructor(
    /** The first ones, in the order of the file. */
    readonly problems: readonly Problem[],
    /** How many there are in all. */
    readonly count = problems.length,
  ) {
    super({ problems: count });
  }
}
