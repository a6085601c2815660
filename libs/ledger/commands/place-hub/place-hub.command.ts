import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { PlaceHub } from '../../domain/journal/bank.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** The network moved a hub that the bank serves. */
export class PlaceHubCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<PlaceHub>) {
    super();
  }
}
