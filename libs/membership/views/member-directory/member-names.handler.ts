import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AccountId } from '#kernel';
import { ReadDoor } from '#read-model';
import { MemberNamesQuery, type DirectoryMember } from './member-directory.query.js';
import { toMember, type MemberRow } from './member-row.js';

const sql = `select account_id as "accountId", bank_id as "bankId", person_id as "personId", number, hub_id as "hubId",
  since, display_name as "displayName" from read.member_names($1::uuid[])`;

@QueryHandler(MemberNamesQuery)
export class MemberNamesHandler implements IQueryHandler<MemberNamesQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, accounts, minPosition }: MemberNamesQuery): Promise<ReadonlyMap<AccountId, DirectoryMember>> {
    const rows = await this.door.read<MemberRow>(reader, { sql, params: [accounts] }, minPosition);
    return new Map(rows.map((row) => [row.accountId, toMember(row)]));
  }
}
