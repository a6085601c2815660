import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { pageOf, withoutNulls, type Page } from '../page.js';
import { exchanges } from './exchange.table.js';
import { ExchangesQuery, type ExchangeRow } from './exchanges.query.js';

@QueryHandler(ExchangesQuery)
export class ExchangesHandler implements IQueryHandler<ExchangesQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute(query: ExchangesQuery): Promise<Page<ExchangeRow>> {
    const { reader, filter, page, minPosition } = query;
    await this.access.requireBank(reader, filter.bank, minPosition);
    if (filter.account !== undefined) await this.access.requireAccount(reader, filter.account, undefined, 'exchanges');
    const rows = await this.door.read(reader, this.reading(query));
    return pageOf(
      rows.map((row) => withoutNulls<ExchangeRow>(row)),
      page,
    );
  }

  private reading({ filter: { bank, account, states, awaited }, page }: ExchangesQuery) {
    const found = this.door.from(exchanges, 'e').where('e.bankId = :bank', { bank });
    if (account !== undefined) found.andWhere('(e.providerId = :account or e.receiverId = :account)', { account });
    if (states) found.andWhere('e.state = any (:states)', { states });
    if (states && !states.includes('posted')) found.andWhere("e.state <> 'posted'");
    if (awaited) {
      found.andWhere(
        `e.state = 'logged' and case e.turn when 'provider' then e.provider_id else e.receiver_id end = :account`,
      );
    }
    if (page.from !== undefined) found.andWhere(`e.revision ${page.backwards ? '>' : '<'} :from`, { from: page.from });
    return found.orderBy('e.revision', page.backwards ? 'ASC' : 'DESC').limit(page.size + 1);
  }
}
