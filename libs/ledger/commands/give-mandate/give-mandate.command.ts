import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { GiveMandate } from '../../domain/journal/member.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** Somebody may act for a member. */
export class GiveMandateCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<GiveMandate>) {
    super();
  }
}
