import { Command } from '@nestjs/cqrs';
import type { PersonId, Submission } from '#kernel';
import type { ErasureVerdict } from '../erase-membership/erase-membership.command.js';

/** Somebody erases all that is about them, in every bank. Nothing is begun unless every bank lets go. */
export class ErasePersonCommand extends Command<ErasureVerdict> {
  constructor(
    readonly person: PersonId,
    /** A word that nobody writes by a slip of the finger. */
    readonly confirmation: string,
    readonly trace: Pick<Submission, 'key' | 'correlation'>,
  ) {
    super();
  }
}
