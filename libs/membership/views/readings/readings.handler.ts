import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AccountAccess, pageOf, type Page } from '#ledger';
import { ReadDoor } from '#read-model';
import { ReadingsQuery, type ReadingRow } from './readings.query.js';

const columns = `id, bank_id as "bankId", account_id as "accountId", reader_id as "readerId", kind,
  to_char(minute at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as minute`;

@QueryHandler(ReadingsQuery)
export class ReadingsHandler implements IQueryHandler<ReadingsQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, of, page }: ReadingsQuery): Promise<Page<ReadingRow>> {
    const { bank, account } = of;
    await this.access.requireRegister(reader, bank, account);
    const { size, backwards, from } = page;
    const [beyond, order] = backwards ? ['>', 'asc'] : ['<', 'desc'];
    const sql = `select ${columns} from register.reading
      where bank_id = $1 and ($2::uuid is null or account_id = $2) and ($3::bigint is null or id ${beyond} $3)
      order by id ${order} limit $4`;
    const params = [bank, account ?? null, from ?? null, size + 1];
    return pageOf(await this.door.read<ReadingRow>(reader, { sql, params }), page);
  }
}
