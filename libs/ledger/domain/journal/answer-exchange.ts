import { NothingToChange, addDays, minutes, type Decidable, type Decided, type OldFacts } from '#kernel';
import { requireAboveFloor } from './bounds.js';
import { actingAs } from './capacity.js';
import { claimAtHand } from './claim-at-hand.js';
import type { AnswerExchange } from './exchange.commands.js';
import type { ExchangeAnswered, ExchangeFacts } from './exchange.events.js';
import { proposalOf, requireMinutes } from './exchange-minutes.js';
import type { JournalEvent } from './journal.events.js';
import type { ReadonlyJournal } from './journal.state.js';
import { otherSide } from './sides.js';
import { requireOtherPerson, requireTurn } from './turn.js';

/**
 * Other minutes instead of a yes: the claim waits for the first side again, with its days counted anew.
 * What the debtor's side proposes is reserved, what the provider's side proposes is not. Travel left out stays as it was.
 *
 * @throws NotFound (no bank), Forbidden, NotFound, DeskIsParty, ExchangeNotOpen, NotYourTurn, OwnClaim,
 * MinutesNotPositive, MinutesNotInSteps, MinutesAboveMax, NothingToChange, FloorReached (receiver's side only)
 * — in this order
 */
export function answerExchange(
  command: Decidable<AnswerExchange>,
  journal: ReadonlyJournal,
  old: OldFacts<JournalEvent>,
): readonly Decided<ExchangeAnswered>[] {
  const { bank, claim, person, capacity } = claimAtHand(command, journal, old);
  const by = requireTurn(claim, capacity);
  requireOtherPerson(journal, claim, person.person);
  const facts = withProposal(claim.facts, command.input);
  requireMinutes(bank.rules, facts.minutes, facts.travelMinutes);
  if (isSame(claim.facts, facts)) throw new NothingToChange();
  if (by === 'receiver') requireAboveFloor(journal, bank.rules, facts, capacity, minutes(0));

  const answer = command.sealed['answer'];
  const data = {
    facts,
    follows: claim.revision,
    by,
    turn: otherSide(by),
    expiresAt: addDays(command.at, bank.rules.claimDays),
    ...(answer && { answer }),
  };
  return [{ event: { type: 'ExchangeAnswered', data }, actor: actingAs(person, capacity) }];
}

function withProposal(facts: ExchangeFacts, { minutes: given, travelMinutes }: AnswerExchange['input']): ExchangeFacts {
  const { travelMinutes: travelBefore, ...others } = facts;
  return { ...others, ...proposalOf(given, travelMinutes ?? travelBefore) };
}

function isSame(before: ExchangeFacts, after: ExchangeFacts): boolean {
  return before.minutes === after.minutes && before.travelMinutes === after.travelMinutes;
}
