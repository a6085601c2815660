import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { asLocalDate, type Asker, type LocalDate, type Minutes } from '#kernel';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { AccountMonthQuery, type AccountMonth } from './account-month.query.js';
import { linesWhere } from './statement-lines.sql.js';
import { linesIn } from './statement-lines.text.js';

const lastMonth = `select to_char(max(service_date), 'YYYY-MM-01') as month from read.account_statement where account_id = $1`;

const sums = `select coalesce(sum(minutes) filter (where minutes > 0 and service_date >= $2), 0)::integer as "givenMinutes",
    coalesce(-sum(minutes) filter (where minutes < 0 and service_date >= $2), 0)::integer as "receivedMinutes",
    coalesce(sum(minutes), 0)::integer as "closingMinutes",
    to_char(max(service_date) filter (where service_date < $2), 'YYYY-MM-01') as earlier
  from read.account_statement where account_id = $1 and service_date < ($2::date + interval '1 month')::date`;

const ofMonth = `l.account_id = $1 and l.service_date >= $2 and l.service_date < ($2::date + interval '1 month')::date`;
const lines = linesWhere(ofMonth, 'desc');

interface Sums {
  readonly givenMinutes: Minutes;
  readonly receivedMinutes: Minutes;
  readonly closingMinutes: Minutes;
  readonly earlier: LocalDate | null;
}

@QueryHandler(AccountMonthQuery)
export class AccountMonthHandler implements IQueryHandler<AccountMonthQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute(query: AccountMonthQuery): Promise<AccountMonth | undefined> {
    const { reader, account } = query;
    await this.access.requireAccount(reader, account);
    const month = await this.monthOf(query);
    if (month === undefined) return undefined;
    const params = [account, month];
    const [[summed], [found]] = await Promise.all([
      this.door.read<Sums>(reader, { sql: sums, params }),
      this.door.read<{ readonly lines: string | null }>(reader, { sql: lines, params }),
    ]);
    if (!summed) return undefined;
    const { earlier, ...minutes } = summed;
    return { month, ...minutes, lines: linesIn(found?.lines ?? null), ...(earlier === null ? {} : { earlier }) };
  }

  private async monthOf({ reader, account, day }: AccountMonthQuery): Promise<LocalDate | undefined> {
    if (day !== undefined) return asLocalDate(`${day.slice(0, 7)}-01`);
    return this.lastMonthOf(reader, account);
  }

  private async lastMonthOf(reader: Asker, account: AccountMonthQuery['account']): Promise<LocalDate | undefined> {
    const reading = { sql: lastMonth, params: [account] };
    const [row] = await this.door.read<{ readonly month: LocalDate | null }>(reader, reading);
    return row?.month ?? undefined;
  }
}
