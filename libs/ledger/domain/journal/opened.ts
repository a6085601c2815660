import { Forbidden, NotFound, localDateOf, type Actor, type Instant, type LocalDate, type PersonActor } from '#kernel';
import type { BankRules } from './bank.rules.js';
import type { ReadonlyJournal } from './journal.state.js';

/** A bank's rules, and the day it is there. */
export interface OpenedBank {
  readonly rules: BankRules;
  readonly today: LocalDate;
}

/** @throws NotFound where no bank was opened */
export function openedBank(journal: ReadonlyJournal, at: Instant): OpenedBank {
  if (!journal.opened) throw new NotFound();
  const { rules } = journal.opened;
  return { rules, today: localDateOf(at, rules.timeZone) };
}

/** @throws Forbidden for the system and for imports, which never do what only a person may */
export function requirePerson(actor: Actor): PersonActor {
  if ('person' in actor && !('import' in actor)) return actor;
  throw new Forbidden();
}

/** @throws Forbidden also for who acts in a member's name: what is no member's verb is no delegate's either */
export function requireOwnName(actor: Actor): PersonActor {
  const person = requirePerson(actor);
  if (person.for !== undefined) throw new Forbidden();
  return person;
}
