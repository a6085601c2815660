import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { ErasuresQuery, type ErasureRow } from './erasure.query.js';
import { erasureTable } from './erasure.table.js';

const rowsMax = 100;

@QueryHandler(ErasuresQuery)
export class ErasuresHandler implements IQueryHandler<ErasuresQuery> {
  constructor(private readonly door: ReadDoor) {}

  execute({ reader, bank, minPosition }: ErasuresQuery): Promise<readonly ErasureRow[]> {
    const reading = this.door
      .from(erasureTable, 'e')
      .where('e.bankId = :bank', { bank })
      .orderBy('e.erasedAt', 'DESC')
      .limit(rowsMax);
    return this.door.read<ErasureRow>(reader, reading, minPosition);
  }
}
