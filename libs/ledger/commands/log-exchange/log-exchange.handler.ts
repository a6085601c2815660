import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { LogExchangeCommand } from './log-exchange.command.js';

@CommandHandler(LogExchangeCommand)
export class LogExchangeHandler implements ICommandHandler<LogExchangeCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: LogExchangeCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
