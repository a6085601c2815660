import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AccountId } from '#kernel';
import { ReadDoor } from '#read-model';
import { MemberNamesQuery, type DirectoryMember } from './member-directory.query.js';
import { memberColumns, namedMembers, toMember, type MemberRow } from './member-row.js';

const sql = `select ${memberColumns} from ${namedMembers} where d.account_id = any ($1::uuid[])`;

@QueryHandler(MemberNamesQuery)
export class MemberNamesHandler implements IQueryHandler<MemberNamesQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, accounts, minPosition }: MemberNamesQuery): Promise<ReadonlyMap<AccountId, DirectoryMember>> {
    const rows = await this.door.read<MemberRow>(reader, { sql, params: [accounts] }, minPosition);
    return new Map(rows.map((row) => [row.accountId, toMember(row)]));
  }
}
