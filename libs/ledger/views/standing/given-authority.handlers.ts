import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { withoutNulls } from '../page.js';
import { GrantsOfBankQuery, MandatesOfAccountQuery } from './given-authority.queries.js';
import type { GrantRow, MandateRow } from './standing.queries.js';
import { grants, mandates } from './standing.tables.js';

@QueryHandler(GrantsOfBankQuery)
export class GrantsOfBankHandler implements IQueryHandler<GrantsOfBankQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, bank }: GrantsOfBankQuery): Promise<readonly GrantRow[]> {
    await this.access.requireBank(reader, bank);
    const given = this.door.from(grants, 'g').where('g.bankId = :bank and not g.revoked', { bank });
    const rows = await this.door.read(reader, given.orderBy('g.revision').addOrderBy('g.grantId'));
    return rows.map((row) => withoutNulls(row));
  }
}

@QueryHandler(MandatesOfAccountQuery)
export class MandatesOfAccountHandler implements IQueryHandler<MandatesOfAccountQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account }: MandatesOfAccountQuery): Promise<readonly MandateRow[]> {
    await this.access.requireAccount(reader, account);
    const given = this.door.from(mandates, 'm').where('m.accountId = :account and not m.ended', { account });
    const rows = await this.door.read(reader, given.orderBy('m.revision'));
    return rows.map((row) => withoutNulls(row));
  }
}
