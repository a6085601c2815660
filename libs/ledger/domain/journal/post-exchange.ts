import type { Minutes } from '#kernel';
import type { BankRules } from './bank.rules.js';
import { requireAboveFloor, requireBelowCeiling } from './bounds.js';
import type { Capacity } from './capacity.js';
import { nextEntry } from './entry.js';
import type { ExchangePosted } from './exchange.events.js';
import type { ReadonlyJournal } from './journal.state.js';

/**
 * The debtor agreed and no hard limit forbids it: the hours move.
 *
 * @param released what the claim has reserved until now
 * @throws FloorReached, CeilingReached — in this order
 */
export function postExchange(
  journal: ReadonlyJournal,
  rules: BankRules,
  data: ExchangePosted['data'],
  capacity: Capacity,
  released: Minutes,
): ExchangePosted {
  requireAboveFloor(journal, rules, data.facts, capacity, released);
  requireBelowCeiling(journal, rules, data.facts, capacity);
  return { type: 'ExchangePosted', data, entry: nextEntry(journal, rules, data.facts) };
}
