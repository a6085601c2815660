import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { EraseMemberCommand } from './erase-member.command.js';

@CommandHandler(EraseMemberCommand)
export class EraseMemberHandler implements ICommandHandler<EraseMemberCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: EraseMemberCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
