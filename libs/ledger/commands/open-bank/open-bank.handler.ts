import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { OpenBankCommand } from './open-bank.command.js';

@CommandHandler(OpenBankCommand)
export class OpenBankHandler implements ICommandHandler<OpenBankCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: OpenBankCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
