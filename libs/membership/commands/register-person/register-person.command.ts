import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { RegisterPerson } from '../../domain/person/person.commands.js';
import type { PersonEvent } from '../../domain/person/person.events.js';

/** From the shell only: the first people of a network, before there is a journal that could say who may admit them. */
export class RegisterPersonCommand extends Command<Verdict<PersonEvent>> {
  constructor(readonly submission: Submission<RegisterPerson>) {
    super();
  }
}
