import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '#kernel';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { withoutNulls } from '../page.js';
import { exchanges } from './exchange.table.js';
import { ExchangeQuery, type ExchangeRow } from './exchanges.query.js';

@QueryHandler(ExchangeQuery)
export class ExchangeHandler implements IQueryHandler<ExchangeQuery> {
  private readonly sql: string;

  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {
    this.sql = door.from(exchanges, 'e').where('e.exchangeId = $1').getQuery();
  }

  /** Who may see an exchange is who may see one of its parties: the row itself knows. */
  async execute({ reader, exchange, minPosition }: ExchangeQuery): Promise<ExchangeRow> {
    const [row] = await this.door.read(reader, { sql: this.sql, params: [exchange] }, minPosition);
    if (!row) throw new NotFound();
    const shown = withoutNulls<ExchangeRow>(row);
    await this.access.noteReading(reader, shown.bankId, [shown.providerId, shown.receiverId], 'exchanges');
    return shown;
  }
}
