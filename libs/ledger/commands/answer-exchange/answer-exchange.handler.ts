import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { AnswerExchangeCommand } from './answer-exchange.command.js';

@CommandHandler(AnswerExchangeCommand)
export class AnswerExchangeHandler implements ICommandHandler<AnswerExchangeCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: AnswerExchangeCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
