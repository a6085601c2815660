import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker } from '#kernel';
import type { Balance } from '../account-balance/balance.query.js';
import type { Page } from '../page.js';
import type { StatementLine } from './statement.query.js';

export interface AccountPage {
  readonly balance: Balance;
  /** The newest lines. */
  readonly page: Page<StatementLine>;
}

/** An account with the first page of its statement, in one look: the two never disagree. @throws NotFound */
export class AccountPageQuery extends Query<AccountPage> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
    /** Lines, at most 100. */
    readonly size: number,
  ) {
    super();
  }
}
