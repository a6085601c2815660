import { Command } from '@nestjs/cqrs';
import type { AccountId, Asker, BankId, Verdict } from '#kernel';
import type { PersonEvent } from '../../domain/person/person.events.js';

/**
 * Where somebody is written to and signs in: a member's, by a coordinator in scope; or one's own, once it is known that
 * one reads what arrives there (`ConfirmEmailCommand`).
 */
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
