import type { Decidable, Decided, OldFacts } from '#kernel';
import { actingAs, type Capacity } from './capacity.js';
import { claimAtHand } from './claim-at-hand.js';
import { DeskOnly, PaperRequired } from './exchange.errors.js';
import type { ConfirmExchange } from './exchange.commands.js';
import type { Consent, ExchangePosted } from './exchange.events.js';
import { requirePaperNumber } from './exchange-terms.js';
import type { JournalEvent } from './journal.events.js';
import type { OpenClaim, ReadonlyJournal } from './journal.state.js';
import { postExchange } from './post-exchange.js';
import { requireStanding } from './standing.js';
import { requireOtherPerson, requireTurn } from './turn.js';

/**
 * The side whose turn it is agrees with the last proposal, itself or by paper that it signed at a desk: the hours move.
 *
 * @throws NotFound (no bank), Forbidden, NotFound, DeskIsParty, ExchangeNotOpen, DeskOnly, NotYourTurn, PaperRequired,
 * PaperNumberInvalid, OwnClaim, ServiceDateInFuture, BeforeMembership, MemberSuspended, FloorReached, CeilingReached
 * — in this order
 */
export function confirmExchange(
  command: Decidable<ConfirmExchange>,
  journal: ReadonlyJournal,
  old: OldFacts<JournalEvent>,
): readonly Decided<ExchangePosted>[] {
  const { bank, claim, person, capacity } = claimAtHand(command, journal, old);
  const paper = requireWord(claim, capacity, command.input.sheet);
  requireOtherPerson(journal, claim, person.person);
  requireStanding(journal, claim.facts, bank.today);

  const consent: Consent = paper ?? { kind: 'confirmed', by: person.person };
  const data = { facts: claim.facts, follows: claim.revision, consent };
  const event = postExchange(journal, bank.rules, data, capacity, claim.reservedMinutes);
  return [{ event, actor: actingAs(person, capacity) }];
}

/** The word of the side whose turn it is: its own, or the number of its signed paper. */
function requireWord(claim: OpenClaim, capacity: Capacity, sheet: string | undefined): Consent | undefined {
  if (capacity.kind !== 'desk') {
    if (sheet !== undefined) throw new DeskOnly('sheet');
    requireTurn(claim, capacity);
    return undefined;
  }
  if (sheet === undefined) throw new PaperRequired();
  requirePaperNumber(sheet);
  return { kind: 'sheet', number: sheet };
}
