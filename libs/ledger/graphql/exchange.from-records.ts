import type { Leg, Recorded } from '#kernel';
import { opaqueId } from '#api';
import { factOf, idIn, type JournalFact, type JournalRecord } from './journal-records.js';
import type { BalanceAfter, Exchange, ExchangeState } from './exchange.types.js';

const states = {
  ExchangeLogged: 'logged',
  ExchangeAnswered: 'logged',
  ExchangePosted: 'posted',
  ExchangeDeclined: 'declined',
  ExchangeWithdrawn: 'withdrawn',
  ExchangeExpired: 'expired',
} as const satisfies Record<string, ExchangeState>;
type ExchangeFactType = keyof typeof states;
const types = Object.keys(states) as ExchangeFactType[];

/** The exchange as a command left it, from the write side. */
export function exchangeFrom(records: readonly JournalRecord[]): {
  readonly exchange: Exchange;
  readonly balancesAfter: readonly BalanceAfter[];
} {
  const { record, fact } = factOf(records, ...types);
  const { exchange, provider, receiver, hub, minutes, travelMinutes, serviceDate, strand, category } = fact.data.facts;
  return {
    balancesAfter: fact.type === 'ExchangePosted' ? fact.entry.legs.map((leg) => balanceAfter(record, leg)) : [],
    exchange: {
      id: idIn('exchange', record, exchange),
      state: states[fact.type],
      provider: { id: idIn('account', record, provider) },
      receiver: { id: idIn('account', record, receiver) },
      minutes,
      serviceDate,
      hub: { id: opaqueId('hub', hub) },
      version: record.revision,
      loggedBy: fact.data.facts.loggedBy,
      ...(travelMinutes === undefined ? {} : { travelMinutes }),
      ...(strand === undefined ? {} : { strand }),
      ...(category === undefined ? {} : { category }),
      ...progressOf(fact),
    },
  };
}

function balanceAfter(record: Recorded, { account, balanceAfterMinutes, warnings = [] }: Leg): BalanceAfter {
  return { account: idIn('account', record, account), balanceAfterMinutes, warnings };
}

function progressOf(fact: JournalFact<ExchangeFactType>): Pick<Exchange, 'turn' | 'expiresAt' | 'entryNumber'> {
  switch (fact.type) {
    case 'ExchangeLogged':
    case 'ExchangeAnswered':
      return { turn: fact.data.turn, expiresAt: fact.data.expiresAt };
    case 'ExchangePosted':
      return { entryNumber: fact.entry.number };
    case 'ExchangeDeclined':
    case 'ExchangeWithdrawn':
    case 'ExchangeExpired':
      return {};
  }
}
