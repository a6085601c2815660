import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { SuspendMember } from '../../domain/journal/member.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** No new exchanges of a member from a day on. */
export class SuspendMemberCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<SuspendMember>) {
    super();
  }
}
