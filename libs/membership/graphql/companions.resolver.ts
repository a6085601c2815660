import { ArgsType, Args, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { Max, Min } from 'class-validator';
import type { AccountId } from '#kernel';
import { CurrentReader, idInBank, opaqueId, type Reader } from '#api';
import { AccountNode, Member } from '#ledger';
import { CompanionsQuery } from '../views/member-directory/companions.query.js';

@ArgsType()
class CompanionsArgs {
  @Min(1)
  @Max(20)
  @Field(() => Int)
  readonly first!: number;
}

@Resolver(() => AccountNode)
export class CompanionsResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => [Member], { description: 'Whom to offer first: the last ones met, then others of the hub.' })
  async companions(
    @Parent() account: AccountNode,
    @Args() { first }: CompanionsArgs,
    @CurrentReader() reader: Reader,
  ): Promise<readonly Member[]> {
    const { bank, id } = idInBank<AccountId>('account', account.id);
    const accounts = await this.queries.execute(new CompanionsQuery(reader, id, first));
    return accounts.map((each) => ({ id: opaqueId('account', bank, each) }));
  }
}
