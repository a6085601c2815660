import { NotFound, type Command, type Decidable, type ExchangeId, type OldFacts, type PersonActor } from '#kernel';
import { capacityOf, type Capacity } from './capacity.js';
import { ExchangeNotOpen } from './exchange.errors.js';
import type { ExchangeFacts } from './exchange.events.js';
import type { JournalEvent } from './journal.events.js';
import type { OpenClaim, ReadonlyJournal } from './journal.state.js';
import { openedBank, requirePerson, type OpenedBank } from './opened.js';

/** An open claim, and who acts on it in what name. */
export interface ClaimAtHand {
  readonly bank: OpenedBank;
  readonly claim: OpenClaim;
  readonly person: PersonActor;
  readonly capacity: Capacity;
}

/** @throws NotFound (no bank), Forbidden, NotFound, DeskIsParty, ExchangeNotOpen — in this order */
export function claimAtHand(
  command: Decidable<Command<string, { readonly exchange: ExchangeId }>>,
  journal: ReadonlyJournal,
  old: OldFacts<JournalEvent>,
): ClaimAtHand {
  const bank = openedBank(journal, command.at);
  const person = requirePerson(command.actor);
  const claim = journal.claims.get(command.input.exchange);
  const last = old.last?.event;
  const facts = claim?.facts ?? exchangeFactsOf(last);
  if (!facts) throw new NotFound();
  const capacity = capacityOf(journal, person, facts, bank.today);
  if (!claim) throw new ExchangeNotOpen({ status: statusAfter(last) });
  return { bank, claim, person, capacity };
}

export function exchangeFactsOf(event: JournalEvent | undefined): ExchangeFacts | undefined {
  return event && 'facts' in event.data ? event.data.facts : undefined;
}

/** An event that leaves the claim open names no status: then the claim was closed by a record not yet seen. */
function statusAfter(last: JournalEvent | undefined): string {
  switch (last?.type) {
    case 'ExchangePosted':
      return 'posted';
    case 'ExchangeDeclined':
      return 'declined';
    case 'ExchangeWithdrawn':
      return 'withdrawn';
    case 'ExchangeExpired':
      return 'expired';
    default:
      return 'closed';
  }
}
