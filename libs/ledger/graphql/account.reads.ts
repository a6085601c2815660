import { NotFound } from '#kernel';
import { connectionOf, cursor, keyIn, opaqueId, sliceOf, type Connection, type PageArgs, type Slice } from '#api';
import type { Balance } from '../views/account-balance/balance.query.js';
import type { StatementLine as Line } from '../views/account-statement/statement.query.js';
import type { Page } from '../views/page.js';
import type { TrialBalance as Trial } from '../views/trial-balance/trial-balance.query.js';
import type { MembershipRow } from '../views/standing/standing.queries.js';
import type { Account, FirstPage, Membership, StatementLine, TrialBalance } from './account.types.js';
import type { Hub } from './hub-ref.types.js';
import type { Member } from './member.types.js';

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

export function accountShown({ bankId, accountId, balanceMinutes }: Balance, firstPage?: FirstPage): Account {
  const id = opaqueId('account', bankId, accountId);
  const account = { id, holder: { id }, balanceMinutes };
  return firstPage ? { ...account, firstPage } : account;
}

export function membershipShown({ bankId, accountId, suspended, suspendedSince, revision }: MembershipRow): Membership {
  return {
    member: { id: opaqueId('account', bankId, accountId) },
    bank: opaqueId('bank', bankId),
    suspended,
    ...(suspendedSince && { suspendedSince }),
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

/** The page that a list begins with, if that is what is asked; only with a cursor, or from the end, it is another. */
export function firstPageSize(args: PageArgs | undefined): number | undefined {
  if (
    !args ||
    [args.after, args.before, args.last].some((given) => typeof given === 'string' || typeof given === 'number')
  )
    return undefined;
  return sliceOf(args, () => undefined).size;
}

/** What was read along with the account, if it is this page. */
export function readAlong({ firstPage }: Account, { size, backwards, from }: Slice<number>): Page<Line> | undefined {
  return from === undefined && !backwards && firstPage?.size === size ? firstPage.page : undefined;
}

export function statementShown({ rows, hasMore }: Page<Line>, slice: Slice<number>): Connection<StatementLine> {
  const place = ({ entryNumber }: Line) => cursor(statementView, entryNumber);
  return connectionOf(rows, slice, hasMore, place, lineShown);
}

export function lineShown(line: Line): StatementLine {
  return new ShownLine(line);
}

export const noStatement: Page<Line> = { rows: [], hasMore: false };

/** Ids are made for those who ask for them. */
class ShownLine implements StatementLine {
  constructor(private readonly line: Line) {}

  get entryNumber(): number {
    return this.line.entryNumber;
  }
  get exchange(): string {
    return opaqueId('exchange', this.line.bankId, this.line.exchangeId);
  }
  get other(): Member {
    return new OtherParty(this.line);
  }
  get minutes(): number {
    return this.line.minutes;
  }
  get balanceAfterMinutes(): number {
    return this.line.balanceAfterMinutes;
  }
  get travelMinutes(): number | null {
    return this.line.travelMinutes;
  }
  get serviceDate(): string {
    return this.line.serviceDate;
  }
  get recordedAt(): string {
    return this.line.recordedAt;
  }
  get hub(): Hub {
    return { id: opaqueId('hub', this.line.hubId) };
  }
  get strand(): string | null {
    return this.line.strand;
  }
  get category(): string | null {
    return this.line.category;
  }
}

class OtherParty implements Member {
  constructor(private readonly line: Line) {}

  get id(): string {
    return opaqueId('account', this.line.bankId, this.line.otherAccountId);
  }
  get displayName(): string | null {
    return this.line.otherName;
  }
}

export function trialBalanceShown({ hubs, ...trial }: Trial): TrialBalance {
  return { ...trial, hubs: hubs.map(({ hubId, ...sums }) => ({ hub: { id: opaqueId('hub', hubId) }, ...sums })) };
}
