import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { BankOfHubQuery, type BankOfHub } from './bank-of-hub.query.js';

const sql = `select bank_id as "bankId", n.name from read.hub_bank h join read.bank_name n using (bank_id)
  where h.hub_id = $1`;

@QueryHandler(BankOfHubQuery)
export class BankOfHubHandler implements IQueryHandler<BankOfHubQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ hub }: BankOfHubQuery): Promise<BankOfHub | undefined> {
    const [found] = await this.door.readAsNobody<BankOfHub>({ sql, params: [hub] });
    return found;
  }
}
