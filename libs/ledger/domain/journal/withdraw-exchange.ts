import type { Decidable, Decided, OldFacts } from '#kernel';
import { actingAs } from './capacity.js';
import { claimAtHand } from './claim-at-hand.js';
import { NotWhoLogged } from './exchange.errors.js';
import type { WithdrawExchange } from './exchange.commands.js';
import type { ExchangeWithdrawn } from './exchange.events.js';
import type { JournalEvent } from './journal.events.js';
import type { ReadonlyJournal } from './journal.state.js';

/**
 * Whoever logged it takes it back before it is posted: the person who typed it, or the side for whom it was typed.
 *
 * @throws NotFound (no bank), Forbidden, NotFound, DeskIsParty, ExchangeNotOpen, NotWhoLogged — in this order
 */
export function withdrawExchange(
  command: Decidable<WithdrawExchange>,
  journal: ReadonlyJournal,
  old: OldFacts<JournalEvent>,
): readonly Decided<ExchangeWithdrawn>[] {
  const { claim, person, capacity } = claimAtHand(command, journal, old);
  const isLoggingSide = capacity.kind !== 'desk' && capacity.side === claim.loggedSide;
  if (!isLoggingSide && person.person !== claim.facts.loggedBy) throw new NotWhoLogged();
  const data = { facts: claim.facts, follows: claim.revision };
  return [{ event: { type: 'ExchangeWithdrawn', data }, actor: actingAs(person, capacity) }];
}
