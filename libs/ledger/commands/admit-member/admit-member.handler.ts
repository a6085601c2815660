import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { AdmitMemberCommand } from './admit-member.command.js';

@CommandHandler(AdmitMemberCommand)
export class AdmitMemberHandler implements ICommandHandler<AdmitMemberCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: AdmitMemberCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
