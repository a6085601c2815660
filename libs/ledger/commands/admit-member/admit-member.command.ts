import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { AdmitMember } from '../../domain/journal/member.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** A person, registered before, becomes a member. */
export class AdmitMemberCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<AdmitMember>) {
    super();
  }
}
