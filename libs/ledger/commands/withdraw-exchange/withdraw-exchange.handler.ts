import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { WithdrawExchangeCommand } from './withdraw-exchange.command.js';

@CommandHandler(WithdrawExchangeCommand)
export class WithdrawExchangeHandler implements ICommandHandler<WithdrawExchangeCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: WithdrawExchangeCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
