import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { pageOf, withoutNulls, type Page } from '../page.js';
import { statementLines } from './account-statement.table.js';
import { StatementQuery, type StatementLine } from './statement.query.js';

const entryNumberMax = 2_147_483_647;

@QueryHandler(StatementQuery)
export class StatementHandler implements IQueryHandler<StatementQuery> {
  private readonly newestFirst: string;
  private readonly oldestFirst: string;

  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {
    this.newestFirst = this.lines('<', 'DESC');
    this.oldestFirst = this.lines('>', 'ASC');
  }

  async execute({ reader, account, page, minPosition }: StatementQuery): Promise<Page<StatementLine>> {
    await this.access.requireAccount(reader, account, minPosition);
    const { size, backwards, from = backwards ? 0 : entryNumberMax } = page;
    const sql = backwards ? this.oldestFirst : this.newestFirst;
    const rows = await this.door.read(reader, { sql, params: [account, from, size + 1] });
    return pageOf(
      rows.map((row) => withoutNulls<StatementLine>(row)),
      page,
    );
  }

  /** Written once: the builder costs more than the query. */
  private lines(beyond: '<' | '>', order: 'ASC' | 'DESC'): string {
    const lines = this.door.from(statementLines, 'l');
    const beyondKey = lines.where('l.accountId = $1').andWhere(`l.entryNumber ${beyond} $2`);
    return `${beyondKey.orderBy('l.entryNumber', order).getQuery()} limit $3`;
  }
}
