import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { pageOf, type Page } from '../page.js';
import { linesBeyond, namesOfLines } from './statement-lines.sql.js';
import { entryNumberMax, StatementQuery, type StatementLine } from './statement.query.js';

const newestFirst = named('<');
const oldestFirst = named('>');

@QueryHandler(StatementQuery)
export class StatementHandler implements IQueryHandler<StatementQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account, page, minPosition }: StatementQuery): Promise<Page<StatementLine>> {
    await this.access.requireAccount(reader, account, minPosition);
    const { size, backwards, from = backwards ? 0 : entryNumberMax } = page;
    const sql = backwards ? oldestFirst : newestFirst;
    return pageOf(await this.door.read<StatementLine>(reader, { sql, params: [account, from, size + 1] }), page);
  }
}

function named(beyond: '<' | '>'): string {
  return `with lines as materialized (${linesBeyond(beyond)})
    select lines.*, n.display_name as "otherName" from lines ${namesOfLines}
    order by "entryNumber" ${beyond === '<' ? 'desc' : 'asc'}`;
}
