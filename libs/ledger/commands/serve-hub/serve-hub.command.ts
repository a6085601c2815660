import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { ServeHub } from '../../domain/journal/bank.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** The bank serves one more hub. */
export class ServeHubCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<ServeHub>) {
    super();
  }
}
