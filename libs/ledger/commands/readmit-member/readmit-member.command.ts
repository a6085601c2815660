import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { ReadmitMember } from '../../domain/journal/member.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** A suspended member is in standing again. */
export class ReadmitMemberCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<ReadmitMember>) {
    super();
  }
}
