import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AccountId } from '#kernel';
import { ReadDoor } from '#read-model';
import { CompanionsQuery } from './companions.query.js';

const firstMax = 20;

/** Of somebody's last forty exchanges; whoever has too few is shown the first members of their own hub. */
const sql = `with me as (select account_id, bank_id, hub_id from read.member_directory where account_id = $1),
  latest as (
    (select revision, provider_id, receiver_id from read.exchange where provider_id = $1 order by revision desc limit 40)
    union all
    (select revision, provider_id, receiver_id from read.exchange where receiver_id = $1 order by revision desc limit 40)
  ),
  met as (
    select case provider_id when $1 then receiver_id else provider_id end as account_id, max(revision) as revision
    from latest group by 1
  ),
  candidates as (
    select d.account_id, met.revision, d.number from met join read.member_directory d using (account_id)
    where d.person_id is not null
    union all
    (select d.account_id, null, d.number from me join read.member_directory d using (bank_id, hub_id)
     where d.account_id <> $1 and d.person_id is not null and not exists (select from met where met.account_id = d.account_id)
     order by d.number limit $2)
  )
  select account_id as account from candidates order by revision desc nulls last, number limit $2`;

@QueryHandler(CompanionsQuery)
export class CompanionsHandler implements IQueryHandler<CompanionsQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, account, first }: CompanionsQuery): Promise<readonly AccountId[]> {
    const params = [account, Math.min(first, firstMax)];
    const rows = await this.door.read<{ readonly account: AccountId }>(reader, { sql, params });
    return rows.map((row) => row.account);
  }
}
