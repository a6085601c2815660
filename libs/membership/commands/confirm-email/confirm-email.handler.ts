import { Inject } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import { ADDRESS_PROOFS, type AddressProofs, type Verdict } from '#kernel';
import { person } from '../../domain/person/person.decider.js';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { tidied } from '../../domain/person/person.texts.js';
import { ChangeEmailCommand } from '../change-email/change-email.command.js';
import { ownChange } from '../change-email/own-change.js';
import { ConfirmEmailCommand } from './confirm-email.command.js';

@CommandHandler(ConfirmEmailCommand)
export class ConfirmEmailHandler implements ICommandHandler<ConfirmEmailCommand> {
  constructor(
    private readonly writers: StreamWriters,
    private readonly commands: CommandBus,
    @Inject(ADDRESS_PROOFS) private readonly proofs: AddressProofs,
  ) {}

  /** What was confirmed already is answered again, also when its code is over. @throws AskedTooOften, CodeWrong, CodeOver */
  async execute({ email, proof, asker, key, correlation }: ConfirmEmailCommand): Promise<Verdict<PersonEvent>> {
    const change = new ChangeEmailCommand(email, undefined, asker, key, correlation);
    const before = await this.writers.repeated(person, ownChange(change));
    if (before) return before;
    await this.proofs.check(asker.person, tidied({ email })['email'] ?? '', proof);
    return this.commands.execute(change);
  }
}
