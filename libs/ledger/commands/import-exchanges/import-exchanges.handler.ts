import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { ImportExchangesCommand } from './import-exchanges.command.js';

@CommandHandler(ImportExchangesCommand)
export class ImportExchangesHandler implements ICommandHandler<ImportExchangesCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: ImportExchangesCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
