import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '#kernel';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import type { Balance } from '../account-balance/balance.query.js';
import { balanceOfAccount } from '../account-balance/balance.sql.js';
import { pageOf, withoutNulls } from '../page.js';
import { AccountPageQuery, type AccountPage } from './account-page.query.js';
import { linesBeyond, namesOfLines } from './statement-lines.sql.js';
import { entryNumberMax, type StatementLine } from './statement.query.js';

/** The account stands beside its newest line; an account without lines has one row without a line. */
const sql = `with account as materialized (${balanceOfAccount}), lines as materialized (${linesBeyond('<')})
  select case when row_number() over (order by lines."entryNumber" desc) = 1 then row_to_json(account) end as balance,
    lines.*, n.display_name as "otherName"
  from account left join lines on true ${namesOfLines}`;

type Row = (StatementLine | { readonly entryNumber: null }) & { readonly balance: Balance | null };

@QueryHandler(AccountPageQuery)
export class AccountPageHandler implements IQueryHandler<AccountPageQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account, size }: AccountPageQuery): Promise<AccountPage> {
    await this.access.requireAccount(reader, account);
    const params = [account, entryNumberMax, size + 1];
    const rows = await this.door.read<Row>(reader, { sql, params });
    const balance = rows[0]?.balance;
    if (!balance) throw new NotFound();
    return { balance: withoutNulls(balance), page: pageOf(rows.filter(isLine), { size, backwards: false }) };
  }
}

function isLine(row: Row): row is Row & StatementLine {
  return row.entryNumber !== null;
}
