import { UseGuards } from '@nestjs/common';
import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountsService } from './accounts.service.js';
import { ExchangesService } from './exchanges.service.js';
import type { RequestContext } from './request-context.js';
import { TokenGuard } from './token.guard.js';
import { Account, ExchangePayload, LogExchangeInput, Member, StatementConnection, StatementLine } from './types.js';

@UseGuards(TokenGuard)
@Resolver(() => Account)
export class AccountResolver {
  constructor(
    private readonly accounts: AccountsService,
    private readonly exchanges: ExchangesService,
  ) {}

  @Query(() => Account)
  account(@Context() { person }: RequestContext): Promise<Account> {
    return this.accounts.of(person);
  }

  @Mutation(() => ExchangePayload)
  logExchange(@Context() { person }: RequestContext, @Args('input') input: LogExchangeInput): Promise<ExchangePayload> {
    return this.exchanges.log(person, input);
  }

  @ResolveField(() => StatementConnection)
  statement(
    @Parent() { id }: Account,
    @Args('first', { type: () => Int }) first: number,
    @Args('before', { type: () => String, nullable: true }) before?: string,
  ): Promise<StatementConnection> {
    return this.accounts.statement(id, Math.min(first, 100), before);
  }
}

@Resolver(() => StatementLine)
export class StatementLineResolver {
  @ResolveField(() => Member)
  other(@Parent() { other }: StatementLine, @Context() { members }: RequestContext): Promise<Member> {
    return members.load(other);
  }
}
