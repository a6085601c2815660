import { Command } from '@nestjs/cqrs';
import type { Asker, BankId, Refusal } from '#kernel';
import type { Authority, Scope, Verb } from '../../domain/journal/authorise.js';

/** Whether somebody may, by a role in the bank, do something that another stream records. */
export type Authorised =
  { readonly accepted: true; readonly authority: Authority } | { readonly accepted: false; readonly refusal: Refusal };

/**
 * Asked before a command on another stream by a role. It is decided in the journal's queue and answered only when the
 * journal is still as it was seen: a revocation that came first wins. It writes nothing.
 */
export class AuthoriseCommand extends Command<Authorised> {
  constructor(
    readonly bank: BankId,
    readonly asker: Asker,
    readonly verb: Verb,
    readonly scope: Scope,
  ) {
    super();
  }
}
