import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { OpenBank } from '../../domain/journal/bank.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** A bank begins, with its rules and first administrators; its key exists already. */
export class OpenBankCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<OpenBank>) {
    super();
  }
}
