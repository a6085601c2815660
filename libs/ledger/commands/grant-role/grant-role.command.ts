import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { GrantRole } from '../../domain/journal/member.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** A person coordinates a hub, audits or administers the bank. */
export class GrantRoleCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<GrantRole>) {
    super();
  }
}
