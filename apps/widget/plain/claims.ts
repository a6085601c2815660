import type { AccountHome, Exchange, Limit, Party } from '../api/shapes.js';

type Parties = Pick<Exchange, 'provider' | 'receiver'>;

/** Whether the account gives the time. */
export function gives(account: string, { provider }: Parties): boolean {
  return provider.id === account;
}

export function otherParty(account: string, exchange: Parties): Party {
  return gives(account, exchange) ? exchange.receiver : exchange.provider;
}

export function movedMinutes({ minutes, travelMinutes }: Pick<Exchange, 'minutes' | 'travelMinutes'>): number {
  return minutes + (travelMinutes ?? 0);
}

/** What the balance would be once the exchange is posted. */
export function balanceAfter(account: Pick<AccountHome, 'id' | 'balanceMinutes'>, exchange: Exchange): number {
  const moved = movedMinutes(exchange);
  return account.balanceMinutes + (gives(account.id, exchange) ? moved : -moved);
}

/** It waits for this account's word. */
export function awaits(account: string, exchange: Exchange): boolean {
  return exchange.turn === (gives(account, exchange) ? 'PROVIDER' : 'RECEIVER');
}

/** The soft limit that a balance would pass. */
export function passedSoftLimit(
  balanceMinutes: number,
  { floor, ceiling }: { readonly floor: Limit; readonly ceiling: Limit },
): number | undefined {
  if (floor.kind === 'SOFT' && floor.minutes !== null && balanceMinutes < floor.minutes) return floor.minutes;
  if (ceiling.kind === 'SOFT' && ceiling.minutes !== null && balanceMinutes > ceiling.minutes) return ceiling.minutes;
  return undefined;
}

export interface Repeated {
  readonly minutes: number;
  readonly other: string;
  readonly day: string;
  readonly gave: boolean;
}

/** Whether the same was logged already: same person, day, time and direction. */
export function isLoggedAlready({ id, exchanges, statement }: AccountHome, asked: Repeated): boolean {
  const waiting = exchanges.edges.some(
    ({ node }) =>
      otherParty(id, node).id === asked.other &&
      node.minutes === asked.minutes &&
      node.serviceDate === asked.day &&
      gives(id, node) === asked.gave,
  );
  const posted = statement.edges.some(
    ({ node }) =>
      node.other.id === asked.other &&
      node.minutes === (asked.gave ? asked.minutes : -asked.minutes) &&
      node.serviceDate === asked.day,
  );
  return waiting || posted;
}
