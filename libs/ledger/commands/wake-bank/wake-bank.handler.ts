import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import { streamOf } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import { WakeBankCommand } from './wake-bank.command.js';

@CommandHandler(WakeBankCommand)
export class WakeBankHandler implements ICommandHandler<WakeBankCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ bank }: WakeBankCommand): Promise<void> {
    return this.writers.wake(journal, streamOf('journal', bank));
  }
}
