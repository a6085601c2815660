import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { ServeHubCommand } from './serve-hub.command.js';

@CommandHandler(ServeHubCommand)
export class ServeHubHandler implements ICommandHandler<ServeHubCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: ServeHubCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
