import { NotFound, addDays, minutes, type Decidable, type Decided, type PersonActor } from '#kernel';
import { requireAboveFloor } from './bounds.js';
import { actingAs, capacityOf, type Capacity } from './capacity.js';
import type { LogExchange } from './exchange.commands.js';
import type { Consent, ExchangeFacts, ExchangeLogged, ExchangePosted, Side } from './exchange.events.js';
import { requireDeskInput } from './exchange-desk.js';
import { loggedFacts } from './exchange-facts.js';
import { requireMinutes } from './exchange-minutes.js';
import { requireCategory, requireCodes, requireServed, requireStrand } from './exchange-terms.js';
import type { ReadonlyJournal } from './journal.state.js';
import { openedBank, requirePerson, type OpenedBank } from './opened.js';
import { postExchange } from './post-exchange.js';
import { otherSide, requireRoomForClaim, requireTwoPersons } from './sides.js';
import { requireStanding } from './standing.js';

/**
 * Time was given, says one side, its delegate or a desk. It waits for the other side's answer; it posts at once where
 * the debtor's consent is already there: on a signed sheet, or by the receiver's own word in a bank where that is enough.
 *
 * @throws NotFound (no bank), Forbidden, NotFound, DeskIsParty, SelfExchange, MinutesNotPositive, MinutesNotInSteps,
 * MinutesAboveMax, HubNotServed, UnknownCategory, UnknownStrand, CodeInvalid, DeskOnly, NotAParty, PaperNumberInvalid,
 * ServiceDateInFuture, BeforeMembership, MemberSuspended, TooManyOpenClaims (claims only), FloorReached,
 * CeilingReached (postings only) — in this order
 */
export function logExchange(
  command: Decidable<LogExchange>,
  journal: ReadonlyJournal,
): readonly Decided<ExchangeLogged | ExchangePosted>[] {
  const { input } = command;
  const bank = openedBank(journal, command.at);
  const person = requirePerson(command.actor);
  if (!journal.memberships.has(input.provider) || !journal.memberships.has(input.receiver)) throw new NotFound();
  const capacity = capacityOf(journal, person, input, bank.today);
  requireTwoPersons(journal, input);
  requireMinutes(bank.rules, input.minutes, input.travelMinutes);
  requireServed(journal, input.hub);
  requireCategory(bank.rules, input.category);
  requireStrand(bank.rules, input.strand);
  requireCodes(input);
  requireDeskInput(input, capacity);
  requireStanding(journal, input, bank.today);

  const facts = loggedFacts(command, person);
  const consent = consentAtOnce(bank, input.sheet, capacity, person);
  const event = consent
    ? postExchange(journal, bank.rules, { facts, consent }, capacity, minutes(0))
    : waiting(command, journal, bank, facts, capacity);
  return [{ event, actor: actingAs(person, capacity) }];
}

/** The debtor's consent, where it needs no second step. */
function consentAtOnce(
  { rules }: OpenedBank,
  sheet: string | undefined,
  capacity: Capacity,
  { person }: PersonActor,
): Consent | undefined {
  if (sheet !== undefined) return { kind: 'sheet', number: sheet };
  const isReceivers = capacity.kind !== 'desk' && capacity.side === 'receiver';
  return isReceivers && rules.consent === 'receiver' ? { kind: 'logged', by: person } : undefined;
}

function waiting(
  { at, input }: Decidable<LogExchange>,
  journal: ReadonlyJournal,
  { rules }: OpenedBank,
  facts: ExchangeFacts,
  capacity: Capacity,
): ExchangeLogged {
  requireRoomForClaim(journal, facts);
  const turn = answering(capacity);
  if (turn === 'provider') requireAboveFloor(journal, rules, facts, capacity, minutes(0));
  const by = capacity.kind === 'desk' ? askedBy(input) : capacity.side;
  return { type: 'ExchangeLogged', data: { facts, by, turn, expiresAt: addDays(at, rules.claimDays) } };
}

/** A desk without paper speaks for nobody's debt: whoever asked for it, the receiver has to agree. */
function answering(capacity: Capacity): Side {
  return capacity.kind === 'desk' ? 'receiver' : otherSide(capacity.side);
}

function askedBy({ receiver, onBehalfOf }: LogExchange['input']): Side {
  return onBehalfOf === receiver ? 'receiver' : 'provider';
}
