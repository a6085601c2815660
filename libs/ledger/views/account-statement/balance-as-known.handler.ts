import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { minutes, type Minutes } from '#kernel';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { BalanceAsKnownQuery } from './balance-as-known.query.js';

/** Each line says the balance after it, so the last one recorded by then is the answer. */
const sql = `select l.balance_after_minutes as "balanceMinutes"
  from read.account_statement l join read.bank b using (bank_id)
  where l.account_id = $1 and l.recorded_at::timestamptz < ($2::date + 1)::timestamp at time zone (b.rules ->> 'timeZone')
  order by l.entry_number desc limit 1`;

@QueryHandler(BalanceAsKnownQuery)
export class BalanceAsKnownHandler implements IQueryHandler<BalanceAsKnownQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account, on }: BalanceAsKnownQuery): Promise<Minutes> {
    await this.access.requireAccount(reader, account, undefined, 'statement');
    const [row] = await this.door.read<{ balanceMinutes: Minutes }>(reader, { sql, params: [account, on] });
    return row?.balanceMinutes ?? minutes(0);
  }
}
