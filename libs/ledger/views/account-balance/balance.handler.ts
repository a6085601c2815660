import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '#kernel';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { withoutNulls } from '../page.js';
import { balanceOfAccount } from './balance.sql.js';
import { BalanceQuery, type Balance } from './balance.query.js';

@QueryHandler(BalanceQuery)
export class BalanceHandler implements IQueryHandler<BalanceQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account, minPosition }: BalanceQuery): Promise<Balance> {
    await this.access.requireAccount(reader, account, minPosition);
    const [row] = await this.door.read(reader, { sql: balanceOfAccount, params: [account], quick: true });
    if (!row) throw new NotFound();
    return withoutNulls(row);
  }
}
