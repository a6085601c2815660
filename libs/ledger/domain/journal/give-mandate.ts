import { Forbidden, NotFound, NothingToChange, type Decidable, type Decided, type MandateId } from '#kernel';
import { isKnown, requireCoordinator } from './authority.js';
import { covers, requireDays } from './days.js';
import { BeforeMembership } from './exchange.errors.js';
import type { ReadonlyJournal } from './journal.state.js';
import type { GiveMandate } from './member.commands.js';
import { MandateToOneself } from './member.errors.js';
import type { MandateGiven } from './member.events.js';
import { openedBank, requireOwnName } from './opened.js';

/**
 * Somebody whom the bank knows may act for a member: a delegate by the member's own word, a delegate or guardian by a
 * coordinator in scope.
 *
 * @throws NotFound (no bank), Forbidden (the system, imports, delegates), NotFound (no such account, one that was
 * erased, or none of the actor's), Forbidden (a guardian by one's own word), MandateToOneself, NotFound (the bank does
 * not know the person), BeforeMembership, DatesInWrongOrder, AlreadyOver, NothingToChange — in this order
 */
export function giveMandate(
  command: Decidable<GiveMandate>,
  journal: ReadonlyJournal,
): readonly Decided<MandateGiven>[] {
  const { account, person, kind, from, until } = command.input;
  const { today } = openedBank(journal, command.at);
  const giver = requireOwnName(command.actor);
  const membership = journal.memberships.get(account);
  if (!membership || membership.erased) throw new NotFound();
  const isOwn = membership.person === giver.person;
  const actor = isOwn ? { person: giver.person } : requireCoordinator(journal, giver.person, membership.hub, today);
  if (isOwn && kind === 'guardian') throw new Forbidden();
  if (person === giver.person || person === membership.person) throw new MandateToOneself();
  if (!isKnown(journal, person)) throw new NotFound();
  if (from < membership.since) throw new BeforeMembership({ account, from });
  requireDays(command.input, today);
  if (isGiven(journal, command.input)) throw new NothingToChange();

  const reason = command.sealed['reason'];
  const mandate = command.newId<MandateId>('mandate');
  const data = { mandate, account, person, kind, from, ...(until && { until }), ...(reason && { reason }) };
  return [{ event: { type: 'MandateGiven', data }, actor }];
}

function isGiven(journal: ReadonlyJournal, wanted: GiveMandate['input']): boolean {
  return (journal.mandatesOf.get(wanted.person) ?? [])
    .map((id) => journal.mandates.get(id))
    .some((mandate) => {
      return mandate?.account === wanted.account && mandate.kind === wanted.kind && covers(mandate, wanted);
    });
}
