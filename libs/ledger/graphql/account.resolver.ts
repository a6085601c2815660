import { QueryBus } from '@nestjs/cqrs';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AccountId } from '#kernel';
import { CurrentReader, PageArgs, idInBank, type Connection, type Reader } from '#api';
import { StatementQuery } from '../views/account-statement/statement.query.js';
import { noStatement, orNothing, statementShown, statementSlice } from './account.reads.js';
import { Account, StatementConnection, type StatementLine } from './account.types.js';

@Resolver(() => Account)
export class AccountResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => StatementConnection, { description: 'The newest first, with a running balance.' })
  async statement(
    @Parent() account: Account,
    @Args() args: PageArgs,
    @CurrentReader() { person }: Reader,
  ): Promise<Connection<StatementLine>> {
    const slice = statementSlice(args);
    const { id } = idInBank<AccountId>('account', account.id);
    const page = await orNothing(this.queries.execute(new StatementQuery(person, id, slice)));
    return statementShown(page ?? noStatement, slice);
  }
}
