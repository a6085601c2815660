import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { RevokeRole } from '../../domain/journal/member.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** A granted role holds no longer. */
export class RevokeRoleCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<RevokeRole>) {
    super();
  }
}
