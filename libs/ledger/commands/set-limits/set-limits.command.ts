import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { SetLimits } from '../../domain/journal/member.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** An account gets limits of its own, or the bank's again. */
export class SetLimitsCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<SetLimits>) {
    super();
  }
}
