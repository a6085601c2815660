import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { ReadmitMemberCommand } from './readmit-member.command.js';

@CommandHandler(ReadmitMemberCommand)
export class ReadmitMemberHandler implements ICommandHandler<ReadmitMemberCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: ReadmitMemberCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
