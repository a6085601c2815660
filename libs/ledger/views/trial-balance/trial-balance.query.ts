import { Query } from '@nestjs/cqrs';
import type { BankId, HubId, Minutes, Position, Asker } from '#kernel';

export interface TrialBalance {
  /** Zero over a whole bank. */
  readonly sumMinutes: Minutes;
  readonly accounts: number;
  /** Number of the last entry that moved one of these accounts: of a whole bank, the number of its entries. */
  readonly entries: number;
  readonly hubs: readonly { readonly hubId: HubId; readonly sumMinutes: Minutes; readonly accounts: number }[];
  /** Whether these are all accounts of the bank, or only those of the hubs the reader coordinates. */
  readonly whole: boolean;
}

/** For those who keep the books: auditors, administrators, coordinators of their hubs. @throws NotFound, NotYetVisible */
export class TrialBalanceQuery extends Query<TrialBalance> {
  constructor(
    readonly reader: Asker,
    readonly bank: BankId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
