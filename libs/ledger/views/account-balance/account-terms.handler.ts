import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '#kernel';
import { ReadDoor } from '#read-model';
import { AccountAccess } from '../access/account-access.js';
import { AccountTermsQuery, type AccountTerms } from './account-terms.query.js';
import { termsOfAccount } from './balance.sql.js';

@QueryHandler(AccountTermsQuery)
export class AccountTermsHandler implements IQueryHandler<AccountTermsQuery> {
  constructor(
    private readonly door: ReadDoor,
    private readonly access: AccountAccess,
  ) {}

  async execute({ reader, account }: AccountTermsQuery): Promise<AccountTerms> {
    await this.access.requireAccount(reader, account);
    const [terms] = await this.door.read<AccountTerms>(reader, { sql: termsOfAccount, params: [account] });
    if (!terms) throw new NotFound();
    return terms;
  }
}
