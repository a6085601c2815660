import { Query } from '@nestjs/cqrs';
import type { AccountId, BankId, HubId, Minutes, Position, Asker } from '#kernel';
import type { Limit } from '../../domain/journal/bank.rules.js';

export interface Balance {
  readonly accountId: AccountId;
  readonly bankId: BankId;
  readonly hubId: HubId;
  readonly balanceMinutes: Minutes;
  /** Of open claims that wait for this account's yes: they would be debited. */
  readonly waitingMinutes: Minutes;
  /** Of open claims that this account's side proposed as debtor. */
  readonly reservedMinutes: Minutes;
  /** The account's own limits, or else the bank's. */
  readonly floor: Limit;
  readonly ceiling: Limit;
  /** Number of the last entry that moved it. */
  readonly entryNumber?: number;
  /** Revision of the last record about the account: hand it back as the expected version. */
  readonly revision: number;
}

/** One account. @throws NotFound, NotYetVisible */
export class BalanceQuery extends Query<Balance> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
