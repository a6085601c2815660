import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { EraseMember } from '../../domain/journal/member.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** The journal's part of an erasure: the account is nobody's from here on. Keys and rows are libs/membership's. */
export class EraseMemberCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<EraseMember>) {
    super();
  }
}
