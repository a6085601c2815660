import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { EndMandateCommand } from './end-mandate.command.js';

@CommandHandler(EndMandateCommand)
export class EndMandateHandler implements ICommandHandler<EndMandateCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: EndMandateCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
