import type { PersonId } from '#kernel';
import type { Capacity } from './capacity.js';
import { NotYourTurn, OwnClaim } from './exchange.errors.js';
import type { Side } from './exchange.events.js';
import type { OpenClaim, ReadonlyJournal } from './journal.state.js';
import { membershipOf } from './rows.js';

/** @throws NotYourTurn for the side that waits, and for a desk, which speaks for neither side without paper */
export function requireTurn({ turn }: OpenClaim, capacity: Capacity): Side {
  if (capacity.kind === 'desk' || capacity.side !== turn) throw new NotYourTurn();
  return capacity.side;
}

/**
 * Persons are compared, not accounts or capacities: neither who typed the last proposal nor the member for whom
 * it was typed may answer it.
 *
 * @throws OwnClaim
 */
export function requireOtherPerson(journal: ReadonlyJournal, claim: OpenClaim, person: PersonId): void {
  const proposing = membershipOf(journal, claim.facts[claim.proposedSide]);
  if (person === claim.proposedBy || person === proposing.person) throw new OwnClaim();
}
