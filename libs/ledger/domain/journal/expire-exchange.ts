import { Forbidden, NotFound, NothingToChange, type Decidable, type Decided } from '#kernel';
import type { ExpireExchange } from './exchange.commands.js';
import type { ExchangeExpired } from './exchange.events.js';
import type { ReadonlyJournal } from './journal.state.js';

export const deadlinesActor = { system: 'deadlines' } as const;

/**
 * Nobody answered in time. Decided by the system alone, before anything else that is asked of the bank.
 *
 * @throws Forbidden, NotFound (it is open no longer), NothingToChange (it is not yet due) — in this order
 */
export function expireExchange(
  command: Decidable<ExpireExchange>,
  journal: ReadonlyJournal,
): readonly Decided<ExchangeExpired>[] {
  const { actor, at, input } = command;
  if (!('system' in actor) || actor.system !== deadlinesActor.system) throw new Forbidden();
  const claim = journal.claims.get(input.exchange);
  if (!claim) throw new NotFound();
  if (at < claim.expiresAt) throw new NothingToChange();
  const data = { facts: claim.facts, follows: claim.revision, expiresAt: claim.expiresAt };
  return [{ event: { type: 'ExchangeExpired', data }, actor }];
}
