import { connectionOf, cursor, opaqueId, type Connection, type Slice } from '#api';
import type { ExchangeRow } from '../views/exchange/exchanges.query.js';
import type { Page } from '../views/page.js';
import type { Exchange } from './exchange.types.js';

export const exchangeView = 'exchange-1';
export const noExchanges: Page<ExchangeRow> = { rows: [], hasMore: false };

export function exchangesShown({ rows, hasMore }: Page<ExchangeRow>, slice: Slice<number>): Connection<Exchange> {
  return connectionOf(rows, slice, hasMore, ({ revision }) => cursor(exchangeView, revision), exchangeShown);
}

export function exchangeShown(row: ExchangeRow): Exchange {
  const { exchangeId, bankId, revision, providerId, receiverId, hubId } = row;
  const { state, minutes, travelMinutes, serviceDate, strand, category, turn, expiresAt, entryNumber, note } = row;
  const optional = { travelMinutes, strand, category, turn, expiresAt, entryNumber, note };
  return {
    id: opaqueId('exchange', bankId, exchangeId),
    state,
    provider: { id: opaqueId('account', bankId, providerId) },
    receiver: { id: opaqueId('account', bankId, receiverId) },
    minutes,
    serviceDate,
    hub: { id: opaqueId('hub', hubId) },
    version: revision,
    loggedBy: row.loggedBy,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<Exchange>),
  };
}
