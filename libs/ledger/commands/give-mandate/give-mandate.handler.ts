import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { GiveMandateCommand } from './give-mandate.command.js';

@CommandHandler(GiveMandateCommand)
export class GiveMandateHandler implements ICommandHandler<GiveMandateCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: GiveMandateCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
