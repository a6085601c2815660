import {
  minus,
  minutes,
  plus,
  unreachable,
  type AccountId,
  type ExchangeId,
  type Minutes,
  type PersonId,
  type Recorded,
} from '#kernel';
import type { ExchangeEvent, ExchangeFacts, Side } from './exchange.events.js';
import { movedMinutes } from './exchange-minutes.js';
import type { Journal, OpenClaim } from './journal.state.js';
import { accountOf } from './rows.js';
import { otherSide, pairOf } from './sides.js';

export function evolveExchange(journal: Journal, record: Recorded<ExchangeEvent>): void {
  const { event, revision } = record;
  switch (event.type) {
    case 'ExchangeLogged': {
      const { facts, by, turn, expiresAt } = event.data;
      const proposal = { facts, turn, proposedBy: facts.loggedBy, expiresAt, revision };
      openClaim(journal, proposal, by);
      countPair(journal, facts, 1);
      return;
    }
    case 'ExchangeAnswered': {
      const { facts, turn, expiresAt } = event.data;
      const { loggedSide } = closeClaim(journal, facts.exchange);
      openClaim(journal, { facts, turn, proposedBy: personOf(record), expiresAt, revision }, loggedSide);
      return;
    }
    case 'ExchangePosted':
      if (event.data.follows !== undefined) {
        closeClaim(journal, event.data.facts.exchange);
        countPair(journal, event.data.facts, -1);
      }
      for (const leg of event.entry.legs) change(journal, leg.account, { balanceMinutes: leg.balanceAfterMinutes });
      journal.lastEntryNumber = event.entry.number;
      return;
    case 'ExchangeDeclined':
    case 'ExchangeWithdrawn':
    case 'ExchangeExpired':
      closeClaim(journal, event.data.facts.exchange);
      countPair(journal, event.data.facts, -1);
      return;
    default:
      return unreachable(event);
  }
}

type Proposal = Pick<OpenClaim, 'facts' | 'turn' | 'proposedBy' | 'expiresAt' | 'revision'>;

/** What the debtor's side proposed is reserved until it is answered; what the provider claims is not. */
function openClaim(journal: Journal, proposal: Proposal, loggedSide: Side): void {
  const { facts, turn, expiresAt, revision } = proposal;
  const reservedMinutes = turn === 'provider' ? movedMinutes(facts) : minutes(0);
  journal.claims.set(facts.exchange, { ...proposal, loggedSide, proposedSide: otherSide(turn), reservedMinutes });
  journal.deadlines.add({ at: expiresAt, revision, entity: facts.exchange });
  const { reservedMinutes: before } = accountOf(journal, facts.receiver);
  change(journal, facts.receiver, { reservedMinutes: plus(before, reservedMinutes) });
}

/** Its deadline stays in the queue, where it no longer holds. */
function closeClaim(journal: Journal, exchange: ExchangeId): OpenClaim {
  const claim = journal.claims.get(exchange);
  if (!claim) throw new Error(`no open claim ${exchange}`);
  journal.claims.delete(exchange);
  const { receiver } = claim.facts;
  const { reservedMinutes: before } = accountOf(journal, receiver);
  change(journal, receiver, { reservedMinutes: minus(before, claim.reservedMinutes) });
  return claim;
}

function countPair(journal: Journal, facts: ExchangeFacts, by: 1 | -1): void {
  const pair = pairOf(facts);
  const count = (journal.pairs.get(pair) ?? 0) + by;
  if (count > 0) journal.pairs.set(pair, count);
  else journal.pairs.delete(pair);
}

function change(
  journal: Journal,
  id: AccountId,
  changed: { readonly balanceMinutes: Minutes } | { readonly reservedMinutes: Minutes },
): void {
  journal.accounts.set(id, { ...accountOf(journal, id), ...changed });
}

function personOf({ actor, revision }: Recorded<ExchangeEvent>): PersonId {
  if (!('person' in actor)) throw new Error(`record ${String(revision)} was made by nobody`);
  return actor.person;
}
