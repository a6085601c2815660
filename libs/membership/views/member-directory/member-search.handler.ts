import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { MemberSearchQuery, type DirectoryMember } from './member-directory.query.js';
import { toMember, type MemberRow } from './member-row.js';
import { searchPatterns, searchText } from './search-text.js';

const lengthMin = 2;
const lengthMax = 80;
const firstMax = 20;

const sql = `select account_id as "accountId", $1::uuid as "bankId", person_id as "personId", number, hub_id as "hubId",
  since, display_name as "displayName" from read.member_search($1, $2::text[], $3)`;

@QueryHandler(MemberSearchQuery)
export class MemberSearchHandler implements IQueryHandler<MemberSearchQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, bank, text, first, minPosition }: MemberSearchQuery): Promise<readonly DirectoryMember[]> {
    const { length } = searchText(text);
    if (length < lengthMin || length > lengthMax) return [];
    const params = [bank, searchPatterns(text), Math.min(first, firstMax)];
    const rows = await this.door.read<MemberRow>(reader, { sql, params }, minPosition);
    return rows.map(toMember);
  }
}
