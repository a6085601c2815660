import { Command } from '@nestjs/cqrs';
import type { AccountId, Asker, BankId, Verdict } from '#kernel';
import type { PersonEvent } from '../../domain/person/person.events.js';

/** Where somebody is written to and signs in: one's own address, or, by a coordinator in scope, a member's. */
export class ChangeEmailCommand extends Command<Verdict<PersonEvent>> {
  constructor(
    readonly email: string,
    /** Left out: the asker's own. */
    readonly member: { readonly bank: BankId; readonly account: AccountId } | undefined,
    readonly asker: Asker,
    readonly key: string,
    readonly correlation: string,
  ) {
    super();
  }
}
