import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { EndMandate } from '../../domain/journal/member.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** A mandate holds no longer. */
export class EndMandateCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<EndMandate>) {
    super();
  }
}
