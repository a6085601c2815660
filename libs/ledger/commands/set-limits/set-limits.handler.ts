import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { SetLimitsCommand } from './set-limits.command.js';

@CommandHandler(SetLimitsCommand)
export class SetLimitsHandler implements ICommandHandler<SetLimitsCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: SetLimitsCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
