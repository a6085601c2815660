import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { BankId } from '#kernel';
import { ReadDoor } from '#read-model';
import { BanksWithDueClaimsQuery } from './due-claims.query.js';

@QueryHandler(BanksWithDueClaimsQuery)
export class BanksWithDueClaimsHandler implements IQueryHandler<BanksWithDueClaimsQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ at }: BanksWithDueClaimsQuery): Promise<readonly BankId[]> {
    const sql = 'select bank from read.banks_with_due_claims($1) bank';
    const rows = await this.door.readAsNobody<{ readonly bank: BankId }>({ sql, params: [at] });
    return rows.map(({ bank }) => bank);
  }
}
