import { Query } from '@nestjs/cqrs';
import type { AccountId, BankId, Asker } from '#kernel';
import type { GrantRow, MandateRow } from './standing.queries.js';

/** A bank's roles that are not revoked, whatever their days: its members know who keeps it. @throws NotFound */
export class GrantsOfBankQuery extends Query<readonly GrantRow[]> {
  constructor(
    readonly reader: Asker,
    readonly bank: BankId,
  ) {
    super();
  }
}

/** Mandates over an account that are not ended, whatever their days. @throws NotFound */
export class MandatesOfAccountQuery extends Query<readonly MandateRow[]> {
  constructor(
    readonly reader: Asker,
    readonly account: AccountId,
  ) {
    super();
  }
}
