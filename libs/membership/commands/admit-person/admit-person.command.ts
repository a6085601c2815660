import { Command } from '@nestjs/cqrs';
import type { JournalEvent } from '#ledger';
import type { Actor, BankId, HubId, LocalDate, PersonId, Powers, Verdict } from '#kernel';
import type { Language } from '../../domain/person/person.events.js';

/** Somebody nobody knows yet, by name. */
export interface Newcomer {
  readonly displayName: string;
  readonly email?: string;
  readonly language: Language;
}

export interface Admission {
  readonly bank: BankId;
  /** A known person is the actor, or has a role or membership in this bank already. */
  readonly who: { readonly newcomer: Newcomer } | { readonly person: PersonId };
  readonly hub: HubId;
  readonly since: LocalDate;
  /** Whether a message of the bank's reaches the member. */
  readonly channel: boolean;
}

/** A person, known or not, becomes a member: keys, the person's own stream, then the journal. Repeating it finishes what was begun. */
export class AdmitPersonCommand extends Command<Verdict<JournalEvent>> {
  constructor(
    readonly admission: Admission,
    readonly actor: Actor,
    readonly key: string,
    readonly correlation: string,
    readonly powers: Powers = 'all',
  ) {
    super();
  }
}
