import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters, VAULT } from '#event-store';
import { Forbidden, ownerOf, type Vault, type Verdict } from '#kernel';
import { person } from '../../domain/person/person.decider.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { RegisterPersonCommand } from './register-person.command.js';

@CommandHandler(RegisterPersonCommand)
export class RegisterPersonHandler implements ICommandHandler<RegisterPersonCommand> {
  constructor(
    private readonly writers: StreamWriters,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async execute({ submission }: RegisterPersonCommand): Promise<Verdict<PersonEvent>> {
    if (!('system' in submission.actor)) return { accepted: false, refusal: new Forbidden() };
    await this.vault.ensureKeys([{ kind: 'person', id: ownerOf(submission.stream) }]);
    return this.writers.submit(person, submission);
  }
}
