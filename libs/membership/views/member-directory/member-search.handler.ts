import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { MemberSearchQuery, type DirectoryMember } from './member-directory.query.js';
import { memberColumns, namedMembers, toMember, type MemberRow } from './member-row.js';
import { searchPatterns, searchText } from './search-text.js';

const lengthMin = 2;
const lengthMax = 80;
const firstMax = 20;

const sql = `select account_id as "accountId", $1::uuid as "bankId", person_id as "personId", number, hub_id as "hubId",
  since, display_name as "displayName" from read.member_search($1, $2::text[], $3)`;

const withNumber = `select ${memberColumns} from ${namedMembers}
  where d.bank_id = $1 and d.number = $2 and d.person_id is not null`;

@QueryHandler(MemberSearchQuery)
export class MemberSearchHandler implements IQueryHandler<MemberSearchQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute(query: MemberSearchQuery): Promise<readonly DirectoryMember[]> {
    return (await this.rows(query)).map(toMember);
  }

  private async rows({ reader, bank, text, first, minPosition }: MemberSearchQuery): Promise<readonly MemberRow[]> {
    if (/^\d{1,9}$/.test(text.trim())) {
      return this.door.read(reader, { sql: withNumber, params: [bank, Number(text)] }, minPosition);
    }
    const { length } = searchText(text);
    if (length < lengthMin || length > lengthMax) return [];
    const params = [bank, searchPatterns(text), Math.min(first, firstMax)];
    return this.door.read(reader, { sql, params }, minPosition);
  }
}
