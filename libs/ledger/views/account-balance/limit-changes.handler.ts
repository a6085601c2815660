import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { withoutNulls } from '../page.js';
import { accountLimits } from './account-balance.tables.js';
import { LimitChangesQuery, type LimitChange } from './limit-changes.query.js';

/** Nobody sets an account's limits as often as this. */
const changesMax = 100;

@QueryHandler(LimitChangesQuery)
export class LimitChangesHandler implements IQueryHandler<LimitChangesQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account }: LimitChangesQuery): Promise<readonly LimitChange[]> {
    await this.access.requireAccount(reader, account);
    const all = this.door.from(accountLimits, 'l').where('l.accountId = :account', { account });
    const rows = await this.door.read(reader, all.orderBy('l.revision', 'DESC').limit(changesMax));
    return rows.map((row) => withoutNulls(row));
  }
}
