import { QueryBus } from '@nestjs/cqrs';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AccountId } from '#kernel';
import { CurrentReader, idInBank, type Reader } from '#api';
import { ReadableAccountsQuery } from '../views/access/readable-accounts.query.js';
import { BalanceAfter, ExchangePayload } from './exchange.types.js';

/** What the records say, on the accounts that are the asker's business. */
@Resolver(() => ExchangePayload)
export class ExchangePayloadResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => [BalanceAfter], { description: 'Once the hours have moved: on the accounts you may read.' })
  async balancesAfter(
    @Parent() { balancesAfter = [] }: ExchangePayload,
    @CurrentReader() reader: Reader,
  ): Promise<readonly BalanceAfter[]> {
    if (balancesAfter.length === 0) return [];
    const accountOf = ({ account }: BalanceAfter): AccountId => idInBank<AccountId>('account', account).id;
    const readable = await this.queries.execute(new ReadableAccountsQuery(reader, balancesAfter.map(accountOf)));
    return balancesAfter.filter((after) => readable.has(accountOf(after)));
  }
}
