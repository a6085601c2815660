import { Command } from '@nestjs/cqrs';
import type { AccountId, Asker, BankId, Verdict } from '#kernel';
import type { AcknowledgeNotice, SetConsent } from '../../domain/person/person.commands.js';
import type { PersonEvent } from '../../domain/person/person.events.js';

/** What a person says about a notice or a consent: on screen for themselves, or at a desk, which keeps the paper. */
export class RecordPrivacyCommand extends Command<Verdict<PersonEvent>> {
  constructor(
    readonly said: AcknowledgeNotice | SetConsent,
    /** The member who signed the paper; absent: the asker in person. */
    readonly member: { readonly bank: BankId; readonly account: AccountId } | undefined,
    readonly asker: Asker,
    readonly key: string,
    readonly correlation: string,
  ) {
    super();
  }
}
