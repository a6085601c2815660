import { Query } from '@nestjs/cqrs';
import type { AccountId, BankId, HubId, Minutes, Position, Asker } from '#kernel';

export interface Balance {
  readonly accountId: AccountId;
  readonly bankId: BankId;
  readonly hubId: HubId;
  readonly balanceMinutes: Minutes;
  /** Number of the last entry that moved it. */
  readonly entryNumber?: number;
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
