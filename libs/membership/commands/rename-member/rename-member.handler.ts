import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { person } from '../../domain/person/person.decider.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { tidied } from '../../domain/person/person.texts.js';
import { RenameMemberCommand } from './rename-member.command.js';

@CommandHandler(RenameMemberCommand)
export class RenameMemberHandler implements ICommandHandler<RenameMemberCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: RenameMemberCommand): Promise<Verdict<PersonEvent>> {
    const { command } = submission;
    return this.writers.submit(person, { ...submission, command: { ...command, texts: tidied(command.texts) } });
  }
}
