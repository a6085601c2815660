import { Command } from '@nestjs/cqrs';
import type { AddressProof, Asker, Verdict } from '#kernel';
import type { PersonEvent } from '../../domain/person/person.events.js';

/** Somebody typed the code that was sent to their new address: from now on it is theirs. */
export class ConfirmEmailCommand extends Command<Verdict<PersonEvent>> {
  constructor(
    readonly email: string,
    readonly proof: AddressProof,
    readonly asker: Asker,
    readonly key: string,
    readonly correlation: string,
  ) {
    super();
  }
}
