import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { DeclineExchangeCommand } from './decline-exchange.command.js';

@CommandHandler(DeclineExchangeCommand)
export class DeclineExchangeHandler implements ICommandHandler<DeclineExchangeCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: DeclineExchangeCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
