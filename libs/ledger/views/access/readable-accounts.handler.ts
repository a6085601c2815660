import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound, type AccountId, type Asker } from '#kernel';
import { AccountAccess } from './account-access.js';
import { ReadableAccountsQuery } from './readable-accounts.query.js';

@QueryHandler(ReadableAccountsQuery)
export class ReadableAccountsHandler implements IQueryHandler<ReadableAccountsQuery> {
  constructor(private readonly access: AccountAccess) {}

  async execute({ reader, accounts }: ReadableAccountsQuery): Promise<ReadonlySet<AccountId>> {
    const readable = await Promise.all(accounts.map((account) => this.mayRead(reader, account)));
    return new Set(accounts.filter((_, place) => readable[place]));
  }

  private async mayRead(reader: Asker, account: AccountId): Promise<boolean> {
    try {
      await this.access.requireAccount(reader, account);
      return true;
    } catch (refusal) {
      if (refusal instanceof NotFound) return false;
      throw refusal;
    }
  }
}
