import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { pageOf, type Page } from '../page.js';
import { ActsQuery, type ActRow } from './acts.query.js';

const columns = `a.bank_id as "bankId", a.subject_id as "subjectId", a.revision, a.act, a.actor_id as "actorId",
  a.recorded_at as "recordedAt"`;

/** An exchange concerns two accounts: of a whole bank it is told once. */
const ofBank = 'select distinct on (a.revision) * from read.act a where a.bank_id = $1';
const ofAccount = `select * from read.act a where a.bank_id = $1 and (a.subject_id = $4
  or a.subject_id = (select person_id from read.membership where account_id = $4))`;

@QueryHandler(ActsQuery)
export class ActsHandler implements IQueryHandler<ActsQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, of, page }: ActsQuery): Promise<Page<ActRow>> {
    const { bank, account } = of;
    await this.access.requireRegister(reader, bank, account);
    const { size, backwards, from } = page;
    const [beyond, order] = backwards ? ['>', 'asc'] : ['<', 'desc'];
    const within = `($2::integer is null or a.revision ${beyond} $2) order by a.revision ${order} limit $3`;
    const sql = `select ${columns} from (${account === undefined ? ofBank : ofAccount} and ${within}) a order by a.revision ${order}`;
    const params = [bank, from ?? null, size + 1, ...(account === undefined ? [] : [account])];
    return pageOf(await this.door.read<ActRow>(reader, { sql, params }), page);
  }
}
