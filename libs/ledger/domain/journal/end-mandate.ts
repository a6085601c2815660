import { NotFound, NothingToChange, type Decidable, type Decided } from '#kernel';
import { requireCoordinator } from './authority.js';
import type { ReadonlyJournal } from './journal.state.js';
import type { EndMandate } from './member.commands.js';
import type { MandateEnded } from './member.events.js';
import { openedBank, requireOwnName } from './opened.js';
import { membershipOf } from './rows.js';

/**
 * The mandate holds no longer: by the member, by the delegate, or by a coordinator in scope of the member's hub.
 *
 * @throws NotFound (no bank), Forbidden (the system, imports, delegates in the member's name), NotFound,
 * NothingToChange (its last day has passed) — in this order
 */
export function endMandate(command: Decidable<EndMandate>, journal: ReadonlyJournal): readonly Decided<MandateEnded>[] {
  const { today } = openedBank(journal, command.at);
  const { person } = requireOwnName(command.actor);
  const mandate = journal.mandates.get(command.input.mandate);
  if (!mandate) throw new NotFound();
  const member = membershipOf(journal, mandate.account);
  const isTheirs = person === member.person || person === mandate.person;
  const actor = isTheirs ? { person } : requireCoordinator(journal, person, member.hub, today);
  if (mandate.until !== undefined && mandate.until < today) throw new NothingToChange();

  const reason = command.sealed['reason'];
  const { account, person: delegate } = mandate;
  const data = { mandate: command.input.mandate, account, person: delegate, ...(reason && { reason }) };
  return [{ event: { type: 'MandateEnded', data }, actor }];
}
