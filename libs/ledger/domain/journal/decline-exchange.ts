import type { Decidable, Decided, OldFacts } from '#kernel';
import { actingAs } from './capacity.js';
import { claimAtHand } from './claim-at-hand.js';
import type { DeclineExchange } from './exchange.commands.js';
import type { ExchangeDeclined } from './exchange.events.js';
import type { JournalEvent } from './journal.events.js';
import type { ReadonlyJournal } from './journal.state.js';
import { requireReason } from './reason.js';
import { requireOtherPerson, requireTurn } from './turn.js';

/**
 * The side whose turn it is says no, and why.
 *
 * @throws NotFound (no bank), Forbidden, NotFound, DeskIsParty, ExchangeNotOpen, NotYourTurn, OwnClaim, ReasonRequired
 * — in this order
 */
export function declineExchange(
  command: Decidable<DeclineExchange>,
  journal: ReadonlyJournal,
  old: OldFacts<JournalEvent>,
): readonly Decided<ExchangeDeclined>[] {
  const { claim, person, capacity } = claimAtHand(command, journal, old);
  requireTurn(claim, capacity);
  requireOtherPerson(journal, claim, person.person);
  const data = { facts: claim.facts, follows: claim.revision, reason: requireReason(command) };
  return [{ event: { type: 'ExchangeDeclined', data }, actor: actingAs(person, capacity) }];
}
