import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { ImportExchanges } from '../../domain/journal/exchange.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** One chunk of another system's past exchanges. */
export class ImportExchangesCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<ImportExchanges>) {
    super();
  }
}
