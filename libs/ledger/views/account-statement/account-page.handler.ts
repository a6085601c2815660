import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '#kernel';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import type { Balance } from '../account-balance/balance.query.js';
import { balanceOfAccount } from '../account-balance/balance.sql.js';
import { pageOf, withoutNulls } from '../page.js';
import { AccountPageQuery, type AccountPage } from './account-page.query.js';
import { linesBeyond } from './statement-lines.sql.js';
import { linesIn } from './statement-lines.text.js';
import { entryNumberMax } from './statement.query.js';

const sql = `select account.*, page.lines from (${balanceOfAccount}) account cross join lateral (${linesBeyond('<')}) page`;

@QueryHandler(AccountPageQuery)
export class AccountPageHandler implements IQueryHandler<AccountPageQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account, size }: AccountPageQuery): Promise<AccountPage> {
    await this.access.requireAccount(reader, account, undefined, 'statement');
    const params = [account, entryNumberMax, size + 1];
    const [row] = await this.door.read<Balance & { readonly lines: string | null }>(reader, {
      sql,
      params,
      quick: true,
    });
    if (!row) throw new NotFound();
    const { lines, ...balance } = row;
    return { balance: withoutNulls(balance), page: pageOf(linesIn(lines), { size, backwards: false }) };
  }
}
