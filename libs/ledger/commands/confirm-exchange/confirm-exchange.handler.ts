import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { ConfirmExchangeCommand } from './confirm-exchange.command.js';

@CommandHandler(ConfirmExchangeCommand)
export class ConfirmExchangeHandler implements ICommandHandler<ConfirmExchangeCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: ConfirmExchangeCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
