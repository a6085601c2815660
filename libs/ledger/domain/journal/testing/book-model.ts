import type { AccountId, Actor, ExchangeId, Instant, PersonId } from '#kernel';
import type { Limits } from '../bank.rules.js';
import type { Consent, Side } from '../exchange.events.js';
import { refuse } from './known-facts.js';
import type { KnownPowers } from './known-powers.js';
import { isParty, moved, type Terms } from './terms-model.js';
import { told } from './told.js';

export interface Claim {
  readonly facts: Terms;
  readonly loggedFor?: Side;
  readonly proposedBy?: PersonId;
  /** Whose answer it waits for; without it, it is closed. */
  readonly turn?: Side;
  readonly expiresAt?: string;
  /** Of its last record. */
  readonly revision?: number;
}

/** What is claimed until when, what was posted, and how every balance stands. */
export class BookModel {
  readonly posted: Terms[] = [];
  /** The last proposal last. */
  readonly claims = new Map<ExchangeId, Claim>();

  constructor(private readonly known: KnownPowers) {}

  /** Those of an account's that wait for an answer. */
  open(account: AccountId): readonly Claim[] {
    return [...this.claims.values()].filter(({ turn, facts }) => turn && isParty(account, facts));
  }

  /** The claims that end before anything else is decided, in this order. */
  due(at: Instant): readonly ExchangeId[] {
    const over = [...this.claims.values()].filter(({ turn, expiresAt = '' }) => turn && expiresAt <= at);
    over.sort((one, next) => Date.parse(one.expiresAt ?? '') - Date.parse(next.expiresAt ?? ''));
    return over.map(({ facts }) => facts.exchange);
  }

  balance(account: AccountId): number {
    const signs = (facts: Terms) => Number(facts.provider === account) - Number(facts.receiver === account);
    return this.posted.reduce((sum, facts) => sum + signs(facts) * moved(facts), 0);
  }

  /** What the debtor's own proposals keep free, but for one. */
  reserved(account: AccountId, but?: ExchangeId): number {
    const kept = [...this.claims.values()].filter(({ turn, facts }) => turn === 'provider' && facts.exchange !== but);
    return kept.reduce((sum, { facts }) => sum + (facts.receiver === account ? moved(facts) : 0), 0);
  }

  /** Its days are counted from now; what the debtor's own side proposes has to be free. */
  wait(claim: Claim, at: Instant): string {
    const { facts, turn } = claim;
    refuse({ FLOOR_REACHED: turn === 'provider' && this.isBelowFloor(facts) });
    const expiresAt = new Date(Date.parse(at) + this.known.rules.claimDays * 86_400_000).toISOString();
    this.claims.delete(facts.exchange);
    this.claims.set(facts.exchange, { ...claim, expiresAt, revision: this.known.count });
    return expiresAt;
  }

  close(facts: Terms): void {
    this.claims.set(facts.exchange, { facts });
  }

  /** @param follows the record that it answers */
  post(facts: Terms, consent: Consent, by: Actor, follows?: number): string {
    const { provider, receiver } = facts;
    const isAbove = this.balance(provider) + moved(facts) > this.hard(provider, 'ceiling', Infinity);
    if (consent.kind !== 'import') refuse({ FLOOR_REACHED: this.isBelowFloor(facts), CEILING_REACHED: isAbove });
    this.posted.push(facts);
    this.close(facts);
    const legs = [this.leg(provider, moved(facts)), this.leg(receiver, -moved(facts))];
    return told('ExchangePosted', { facts, consent, follows, entry: { number: this.posted.length, legs } }, by);
  }

  /** With a warning where the balance passes a limit, be it a soft one or one that does not bind here. */
  private leg(account: AccountId, minutes: number): object {
    const balanceAfterMinutes = this.balance(account);
    const warnings = (['floor', 'ceiling'] as const).flatMap((kind) => {
      const limit = this.known.limit(account, kind);
      if (limit.kind === 'none') return [];
      const isWithin = kind === 'floor' ? balanceAfterMinutes >= limit.minutes : balanceAfterMinutes <= limit.minutes;
      return isWithin ? [] : [{ kind, limitMinutes: limit.minutes }];
    });
    return { account, minutes, balanceAfterMinutes, warnings: warnings.length > 0 ? warnings : undefined };
  }

  private isBelowFloor(facts: Terms): boolean {
    const free = this.balance(facts.receiver) - this.reserved(facts.receiver, facts.exchange);
    return free - moved(facts) < this.hard(facts.receiver, 'floor', -Infinity);
  }

  private hard(account: AccountId, which: keyof Limits, without: number): number {
    const limit = this.known.limit(account, which);
    return limit.kind === 'hard' ? limit.minutes : without;
  }
}
