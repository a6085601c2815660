import { ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentRequest, LocalDate, opaqueId, type RequestContext } from '#api';
import { Hub, Member } from '#ledger';
import type { DirectoryMember } from '../views/member-directory/member-directory.query.js';
import { MemberNames } from './member-names.js';

/** What members may know of each other. Null where the reader may not know the member, and once a name is erased. */
@Resolver(() => Member)
export class MemberResolver {
  constructor(private readonly names: MemberNames) {}

  @ResolveField(() => String, { nullable: true })
  async displayName(@Parent() member: Member, @CurrentRequest() request: RequestContext): Promise<string | undefined> {
    return (await this.look(member, request))?.displayName;
  }

  @ResolveField(() => Int, { nullable: true, description: 'Member number in the bank.' })
  async number(@Parent() member: Member, @CurrentRequest() request: RequestContext): Promise<number | undefined> {
    return (await this.look(member, request))?.number;
  }

  @ResolveField(() => ID, { nullable: true, description: 'Whom a mandate or a role is given to.' })
  async person(@Parent() member: Member, @CurrentRequest() request: RequestContext): Promise<string | undefined> {
    const found = await this.look(member, request);
    return found && opaqueId('person', found.personId);
  }

  @ResolveField(() => Hub, { nullable: true })
  async hub(@Parent() member: Member, @CurrentRequest() request: RequestContext): Promise<Hub | undefined> {
    const found = await this.look(member, request);
    return found && { id: opaqueId('hub', found.hubId) };
  }

  @ResolveField(() => LocalDate, { nullable: true, description: 'Member since this day.' })
  async since(@Parent() member: Member, @CurrentRequest() request: RequestContext): Promise<string | undefined> {
    return (await this.look(member, request))?.since;
  }

  private look({ id }: Member, request: RequestContext): Promise<DirectoryMember | undefined> {
    return this.names.of(id, request);
  }
}
