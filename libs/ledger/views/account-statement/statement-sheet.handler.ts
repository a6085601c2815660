import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '#kernel';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { withoutNulls } from '../page.js';
import { StatementSheetQuery, type StatementSheet } from './statement-sheet.query.js';

/** One look at one moment: the sums, the last entry that is in them and the claims that are not never disagree. */
const sql = `select m.bank_id as "bankId", b.name as "bankName", b.rules ->> 'timeZone' as "timeZone", m.hub_id as "hubId",
    m.number as "memberNumber", n.display_name as holder, sums.*, claims.*
  from read.membership m join read.bank b using (bank_id)
  left join read.names_of(array[$1::uuid]) n on n.account_id = m.account_id
  cross join lateral (
    select max(entry_number) as through,
      coalesce(sum(minutes) filter (where service_date < $2::date), 0)::integer as "openingMinutes",
      coalesce(sum(minutes) filter (where minutes > 0 and service_date between $2::date and $3::date), 0)::integer as "givenMinutes",
      coalesce(-sum(minutes) filter (where minutes < 0 and service_date between $2::date and $3::date), 0)::integer as "receivedMinutes",
      (count(*) filter (where service_date between $2::date and $3::date))::integer as lines
    from read.account_statement l where l.account_id = m.account_id
  ) sums
  cross join lateral (
    select count(*)::integer as waiting,
      coalesce(sum(minutes) filter (where provider_id = m.account_id), 0)::integer as "waitingGivenMinutes",
      coalesce(sum(minutes) filter (where receiver_id = m.account_id), 0)::integer as "waitingReceivedMinutes"
    from read.exchange e
    where e.bank_id = m.bank_id and e.state = 'logged' and m.account_id in (e.provider_id, e.receiver_id)
      and e.service_date <= $3::date
  ) claims
  where m.account_id = $1`;

@QueryHandler(StatementSheetQuery)
export class StatementSheetHandler implements IQueryHandler<StatementSheetQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account, period: { from, to } }: StatementSheetQuery): Promise<StatementSheet> {
    await this.access.requireAccount(reader, account, undefined, 'statement');
    const [row] = await this.door.read(reader, { sql, params: [account, from, to] });
    if (!row) throw new NotFound();
    return withoutNulls(row);
  }
}
