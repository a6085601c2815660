import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { PlaceHubCommand } from './place-hub.command.js';

@CommandHandler(PlaceHubCommand)
export class PlaceHubHandler implements ICommandHandler<PlaceHubCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: PlaceHubCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
