import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { journal } from '../../domain/journal/journal.definition.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { GrantRoleCommand } from './grant-role.command.js';

@CommandHandler(GrantRoleCommand)
export class GrantRoleHandler implements ICommandHandler<GrantRoleCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: GrantRoleCommand): Promise<Verdict<JournalEvent>> {
    return this.writers.submit(journal, submission);
  }
}
