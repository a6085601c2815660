import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { MembersQuery, type MembersPage } from './member-directory.query.js';
import { memberColumns, namedMembers, toMember, type MemberRow } from './member-row.js';

const firstMax = 100;

const sql = `select ${memberColumns} from ${namedMembers}
  where d.bank_id = $1 and d.number > $2 and d.person_id is not null order by d.number limit $3`;

@QueryHandler(MembersQuery)
export class MembersHandler implements IQueryHandler<MembersQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, bank, first, after, minPosition }: MembersQuery): Promise<MembersPage> {
    const most = Math.min(first, firstMax);
    const rows = await this.door.read<MemberRow>(reader, { sql, params: [bank, after, most + 1] }, minPosition);
    return { members: rows.slice(0, most).map(toMember), hasNextPage: rows.length > most };
  }
}
