import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { pageOf, type Page } from '../page.js';
import { linesBeyond } from './statement-lines.sql.js';
import { linesIn } from './statement-lines.text.js';
import { entryNumberMax, StatementQuery, type StatementLine } from './statement.query.js';

const newestFirst = linesBeyond('<');
const oldestFirst = linesBeyond('>');

@QueryHandler(StatementQuery)
export class StatementHandler implements IQueryHandler<StatementQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account, page, minPosition }: StatementQuery): Promise<Page<StatementLine>> {
    await this.access.requireAccount(reader, account, minPosition, 'statement');
    const { size, backwards, from = backwards ? 0 : entryNumberMax } = page;
    const sql = backwards ? oldestFirst : newestFirst;
    const params = [account, from, size + 1];
    const [row] = await this.door.read<{ readonly lines: string | null }>(reader, { sql, params, quick: true });
    return pageOf(linesIn(row?.lines ?? null), page);
  }
}
