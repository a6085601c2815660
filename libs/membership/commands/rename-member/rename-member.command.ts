import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { RenamePerson } from '../../domain/person/person.commands.js';
import type { PersonEvent } from '../../domain/person/person.events.js';

/** A member says what to be called, in every bank. */
export class RenameMemberCommand extends Command<Verdict<PersonEvent>> {
  constructor(readonly submission: Submission<RenamePerson>) {
    super();
  }
}
