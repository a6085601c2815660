import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { DormantMembersQuery, type DormantMember } from './dormant-members.query.js';

/** The reader sees the rows of those whom a role lets them keep: row-level security, as for every account. */
const sql = `select account_id as "accountId", bank_id as "bankId", number, last_active::text as "lastActive" from (
    select m.account_id, m.bank_id, m.number, greatest(m.since, (
      select max(left(e.changed_at, 10)::date) from read.exchange e
      where e.provider_id = m.account_id or e.receiver_id = m.account_id
    )) as last_active
    from read.membership m where m.bank_id = $1 and m.person_id is not null and m.person_id <> $3
  ) members
  where last_active < $2::date order by last_active, number limit 100`;

@QueryHandler(DormantMembersQuery)
export class DormantMembersHandler implements IQueryHandler<DormantMembersQuery> {
  constructor(private readonly door: ReadDoor) {}

  execute({ reader, bank, since, minPosition }: DormantMembersQuery): Promise<readonly DormantMember[]> {
    return this.door.read<DormantMember>(reader, { sql, params: [bank, since, reader.person] }, minPosition);
  }
}
