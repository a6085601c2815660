import { NotFound } from '#kernel';
import { connectionOf, cursor, keyIn, opaqueId, sliceOf, type Connection, type PageArgs, type Slice } from '#api';
import type { Balance } from '../views/account-balance/balance.query.js';
import type { StatementLine as Line } from '../views/account-statement/statement.query.js';
import type { Page } from '../views/page.js';
import type { TrialBalance as Trial } from '../views/trial-balance/trial-balance.query.js';
import type { MembershipRow } from '../views/standing/standing.queries.js';
import type { Account, Membership, StatementLine, TrialBalance } from './account.types.js';

const statementView = 'account-statement-1';

/** One answer for what is not there and what is none of the reader's business: nothing. */
export async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (refusal) {
    if (refusal instanceof NotFound) return undefined;
    throw refusal;
  }
}

export function accountShown({ bankId, accountId, ...balance }: Balance): Account {
  const id = opaqueId('account', bankId, accountId);
  const { balanceMinutes, waitingMinutes, reservedMinutes, floor, ceiling, revision } = balance;
  const hours = { balanceMinutes, waitingMinutes, reservedMinutes };
  return { id, holder: { id }, ...hours, floor, ceiling, version: revision };
}

export function membershipShown({ bankId, accountId, suspended, revision }: MembershipRow): Membership {
  return {
    member: { id: opaqueId('account', bankId, accountId) },
    bank: opaqueId('bank', bankId),
    suspended,
    version: revision,
  };
}

/** A place in a list of one number a row: the entry, or the revision. */
export function numberSlice(view: string, args: PageArgs): Slice<number> {
  return sliceOf(args, (opaque) => Number(keyIn(view, opaque, args.last === undefined ? 'after' : 'before')[0]));
}

export function statementSlice(args: PageArgs): Slice<number> {
  return numberSlice(statementView, args);
}

export function statementShown({ rows, hasMore }: Page<Line>, slice: Slice<number>): Connection<StatementLine> {
  return connectionOf(rows, slice, hasMore, ({ entryNumber }) => cursor(statementView, entryNumber), lineShown);
}

export const noStatement: Page<Line> = { rows: [], hasMore: false };

function lineShown({ bankId, exchangeId, otherAccountId, hubId, ...line }: Line): StatementLine {
  return {
    ...line,
    exchange: opaqueId('exchange', bankId, exchangeId),
    other: { id: opaqueId('account', bankId, otherAccountId) },
    hub: { id: opaqueId('hub', hubId) },
  };
}

export function trialBalanceShown({ hubs, ...trial }: Trial): TrialBalance {
  return { ...trial, hubs: hubs.map(({ hubId, ...sums }) => ({ hub: { id: opaqueId('hub', hubId) }, ...sums })) };
}
