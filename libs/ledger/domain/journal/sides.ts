import type { AccountId, Facts } from '#kernel';
import { SelfExchange, TooManyOpenClaims } from './exchange.errors.js';
import type { ExchangeFacts, Side } from './exchange.events.js';
import type { ReadonlyJournal } from './journal.state.js';
import { membershipOf } from './rows.js';

export type Parties = Pick<ExchangeFacts, 'provider' | 'receiver'>;

export function otherSide(side: Side): Side {
  return side === 'provider' ? 'receiver' : 'provider';
}

export function sideOf(parties: Parties, account: AccountId): Side | undefined {
  if (account === parties.provider) return 'provider';
  return account === parties.receiver ? 'receiver' : undefined;
}

/** Two accounts, whoever of them gives: the smaller id first, with a slash between. */
export function pairOf({ provider, receiver }: Parties): string {
  return provider < receiver ? `${provider}/${receiver}` : `${receiver}/${provider}`;
}

/** Persons are compared, not accounts. @throws SelfExchange */
export function requireTwoPersons(journal: ReadonlyJournal, { provider, receiver }: Parties, place: Facts = {}): void {
  const [gives, gets] = [membershipOf(journal, provider), membershipOf(journal, receiver)];
  if (gives.person === gets.person) throw new SelfExchange(place);
}

export const pairClaimsMax = 5;

/** @throws TooManyOpenClaims when the two accounts have five that wait, in whichever direction */
export function requireRoomForClaim(journal: ReadonlyJournal, parties: Parties): void {
  const open = journal.pairs.get(pairOf(parties)) ?? 0;
  if (open >= pairClaimsMax) throw new TooManyOpenClaims({ claimsMax: pairClaimsMax });
}
