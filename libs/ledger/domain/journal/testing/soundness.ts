import type { AccountId, ExchangeId, Recorded } from '#kernel';
import type { BankRules, Limit, Limits } from '../bank.rules.js';
import type { ExchangePosted, Side } from '../exchange.events.js';
import type { JournalEvent } from '../journal.events.js';
import { otherSide } from '../sides.js';
import type { RunningBank } from './running-bank.js';

/** Everything that must hold of a journal after any sequence of commands, computed from its records alone. */
export function requireSound(bank: RunningBank, rules: Pick<BankRules, 'limits'>): void {
  const balances = requireEntries(bank, rules.limits);
  const { state } = bank;
  const reserved = new Map<AccountId, number>();
  for (const [, claim] of state.claims.entries()) {
    const { receiver } = claim.facts;
    reserved.set(receiver, (reserved.get(receiver) ?? 0) + claim.reservedMinutes);
  }
  for (const [id, account] of state.accounts.entries()) {
    expect(account.balanceMinutes).toBe(balances.get(id) ?? 0);
    expect(account.reservedMinutes).toBe(reserved.get(id) ?? 0);
  }
  for (const [, count] of state.pairs.entries()) expect(count).toBeLessThanOrEqual(5);
  requireAnAdministrator(bank);
}

/** Entries are gapless and sum to zero; hard limits of the time bind all but what was imported. */
function requireEntries({ records }: RunningBank, limits: Limits): ReadonlyMap<AccountId, number> {
  const balances = new Map<AccountId, number>();
  const own = new Map<AccountId, Partial<Limits>>();
  let entries = 0;
  for (const { event } of records) {
    if (event.type === 'LimitsSet') own.set(event.data.account, event.data);
    if (event.type !== 'ExchangePosted') continue;
    const { number, legs } = event.entry;
    entries += 1;
    expect(number).toBe(entries);
    expect(legs.reduce((sum, leg) => sum + leg.minutes, 0)).toBe(0);
    for (const leg of legs) {
      balances.set(leg.account, (balances.get(leg.account) ?? 0) + leg.minutes);
      expect(leg.balanceAfterMinutes).toBe(balances.get(leg.account));
    }
    requireWithin(event, (account) => ({ ...limits, ...own.get(account) }));
  }
  return balances;
}

function requireWithin({ data, entry }: ExchangePosted, limitsOf: (account: AccountId) => Limits): void {
  if (data.consent.kind === 'import') return;
  for (const { account, minutes, balanceAfterMinutes } of entry.legs) {
    const { floor, ceiling } = limitsOf(account);
    if (minutes < 0) expect(balanceAfterMinutes).toBeGreaterThanOrEqual(minutesOf(floor, -Infinity));
    else expect(balanceAfterMinutes).toBeLessThanOrEqual(minutesOf(ceiling, Infinity));
  }
}

function minutesOf(limit: Limit, without: number): number {
  return limit.kind === 'hard' ? limit.minutes : without;
}

function requireAnAdministrator({ state }: RunningBank): void {
  const lasting = [...state.grants.entries()].filter(([, { role, until }]) => role === 'administrator' && !until);
  expect(lasting).not.toEqual([]);
}

/**
 * Each record of an exchange follows its last one, which had left it open; who answers speaks for the side whose turn it
 * is, and is neither who typed the last proposal nor the member for whom it was made.
 */
export function requireTurns({ records, state }: RunningBank): void {
  const lastOf = new Map<ExchangeId, Recorded<JournalEvent>>();
  for (const record of records) {
    const { event, actor } = record;
    if (!('facts' in event.data)) continue;
    const { facts } = event.data;
    const last = lastOf.get(facts.exchange);
    expect('follows' in event.data ? event.data.follows : undefined).toBe(last?.revision);
    lastOf.set(facts.exchange, record);
    if (!last) continue;
    if (!('turn' in last.event.data)) throw new Error('something follows a record that closed its exchange');
    if (!isAnswer(event) || !('person' in actor) || !('person' in last.actor)) continue;
    const { turn } = last.event.data;
    const person = (side: Side) => state.memberships.get(facts[side])?.person;
    if ('for' in actor) expect(actor.for).toBe(facts[turn]);
    else expect(actor.person).toBe(person(turn));
    expect([last.actor.person, person(otherSide(turn))]).not.toContain(actor.person);
  }
}

/** What a desk posts by signed paper is nobody's answer. */
function isAnswer({ type, data }: JournalEvent): boolean {
  if (type === 'ExchangePosted') return data.consent.kind === 'confirmed';
  return type === 'ExchangeAnswered' || type === 'ExchangeDeclined';
}
