import { minus, plus, type AccountId, type Facts, type Minutes } from '#kernel';
import type { BankRules } from './bank.rules.js';
import type { Capacity } from './capacity.js';
import { CeilingReached, FloorReached } from './exchange.errors.js';
import type { ExchangeFacts } from './exchange.events.js';
import { movedMinutes } from './exchange-minutes.js';
import type { ReadonlyJournal } from './journal.state.js';
import { limitsOf, passesCeiling, passesFloor } from './limits.js';
import { accountOf } from './rows.js';
import { sideOf, type Parties } from './sides.js';

type Moving = Parties & Pick<ExchangeFacts, 'minutes' | 'travelMinutes'>;

/**
 * The receiver can give the minutes without passing a hard floor, with all set aside that other claims reserve.
 *
 * @param released what this claim itself has reserved
 * @throws FloorReached
 */
export function requireAboveFloor(
  journal: ReadonlyJournal,
  rules: BankRules,
  exchange: Moving,
  capacity: Capacity,
  released: Minutes,
): void {
  const account = accountOf(journal, exchange.receiver);
  const { floor } = limitsOf(account, rules.limits);
  const availableMinutes = plus(minus(account.balanceMinutes, account.reservedMinutes), released);
  const moved = movedMinutes(exchange);
  if (!passesFloor(floor, minus(availableMinutes, moved)) || floor.kind === 'soft') return;
  throw new FloorReached({
    account: exchange.receiver,
    minutes: moved,
    ...forReaders(capacity, exchange, exchange.receiver, { limitMinutes: floor.minutes, availableMinutes }),
  });
}

/** @throws CeilingReached where the provider would pass a hard ceiling */
export function requireBelowCeiling(
  journal: ReadonlyJournal,
  rules: BankRules,
  exchange: Moving,
  capacity: Capacity,
): void {
  const account = accountOf(journal, exchange.provider);
  const { ceiling } = limitsOf(account, rules.limits);
  const moved = movedMinutes(exchange);
  if (!passesCeiling(ceiling, plus(account.balanceMinutes, moved)) || ceiling.kind === 'soft') return;
  const readable = { limitMinutes: ceiling.minutes, availableMinutes: account.balanceMinutes };
  throw new CeilingReached({
    account: exchange.provider,
    minutes: moved,
    ...forReaders(capacity, exchange, exchange.provider, readable),
  });
}

/** Members never see each other's balance, in a refusal neither. */
function forReaders(capacity: Capacity, parties: Parties, account: AccountId, facts: Facts): Facts {
  return capacity.kind === 'desk' || capacity.side === sideOf(parties, account) ? facts : {};
}
