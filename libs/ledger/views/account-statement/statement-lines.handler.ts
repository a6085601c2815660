import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { withoutNulls } from '../page.js';
import { StatementLinesQuery, type SheetLine } from './statement-lines.query.js';

const sql = `with lines as materialized (
    select l.entry_number, l.service_date, l.minutes, l.category, l.other_account_id from read.account_statement l
    where l.account_id = $1 and l.service_date between $2::date and $3::date and l.entry_number <= $4
      and (l.service_date, l.entry_number) > ($5::date, $6::integer)
    order by l.service_date, l.entry_number limit $7
  )
  select l.entry_number as "entryNumber", l.service_date as "serviceDate", l.minutes, l.category,
    n.display_name as "otherName"
  from lines l left join read.names_of(array(select other_account_id from lines)) n on n.account_id = l.other_account_id
  order by l.service_date, l.entry_number`;

@QueryHandler(StatementLinesQuery)
export class StatementLinesHandler implements IQueryHandler<StatementLinesQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute(query: StatementLinesQuery): Promise<readonly SheetLine[]> {
    const { reader, account, period, through, size, after } = query;
    await this.access.requireAccount(reader, account, undefined, 'statement');
    const { serviceDate = period.from, entryNumber = 0 } = after ?? {};
    const params = [account, period.from, period.to, through, serviceDate, entryNumber, size];
    return (await this.door.read(reader, { sql, params })).map((row) => withoutNulls<SheetLine>(row));
  }
}
