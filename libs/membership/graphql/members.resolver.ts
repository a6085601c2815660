import { ArgsType, Args, Field, ID, Int, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import type { BankId } from '#kernel';
import {
  CurrentReader,
  Viewer,
  connectionOf,
  connectionType,
  cursor,
  keyIn,
  opaqueId,
  pageSizeMax,
  readId,
  type Connection,
  type Reader,
} from '#api';
import { Member } from '#ledger';
import {
  MemberSearchQuery,
  MembersQuery,
  type DirectoryMember,
} from '../views/member-directory/member-directory.query.js';

const view = 'members-1';
export const MemberConnection = connectionType('Member', Member);

@ArgsType()
class MembersArgs {
  @MaxLength(100)
  @Field(() => ID)
  readonly bank!: string;

  @IsOptional()
  @MaxLength(80)
  @Field(() => String, {
    nullable: true,
    description: 'Parts of a name, two letters at least: the 20 nearest. Or a member number.',
  })
  readonly search?: string;

  @IsOptional()
  @Min(1)
  @Max(pageSizeMax)
  @Field(() => Int, { nullable: true })
  readonly first?: number;

  @IsOptional()
  @MaxLength(400)
  @Field(() => String, { nullable: true })
  readonly after?: string;
}

@Resolver(() => Viewer)
export class MembersResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => MemberConnection, { description: "A bank's members by number, or by a part of their name." })
  async members(@Args() args: MembersArgs, @CurrentReader() reader: Reader): Promise<Connection<Member>> {
    const bank = readId<BankId>('bank', args.bank);
    const { search, first = 25 } = args;
    if (bank === undefined) return connection([], false, args);
    if (search !== undefined) {
      return connection(await this.queries.execute(new MemberSearchQuery(reader, bank, search, first)), false, args);
    }
    const [after = 0] = args.after === undefined ? [] : keyIn(view, args.after, 'after');
    const page = await this.queries.execute(new MembersQuery(reader, bank, first, Number(after)));
    return connection(page.members, page.hasNextPage, args);
  }
}

function connection(members: readonly DirectoryMember[], hasMore: boolean, { after }: MembersArgs): Connection<Member> {
  const slice = { size: members.length, backwards: false, ...(after === undefined ? {} : { from: after }) };
  return connectionOf(
    members,
    slice,
    hasMore,
    ({ number }) => cursor(view, number),
    ({ bankId, accountId }) => ({ id: opaqueId('account', bankId, accountId) }),
  );
}
