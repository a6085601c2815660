import { ID, Int, ResolveField, Resolver } from '@nestjs/graphql';
import { LocalDate, opaqueId, type RequestContext } from '#api';
import { Hub, Member } from '#ledger';
import type { DirectoryMember } from '../views/member-directory/member-directory.query.js';
import { nameShown } from './erased.words.js';
import { MailedPersons } from './mailed-persons.js';
import { MemberNames } from './member-names.js';

/**
 * What members may know of each other. Null where the reader may not know the member; who was erased is called so.
 * Without decorators on its parameters a field is called by GraphQL itself, as (parent, arguments, context): a page has
 * a hundred of these.
 */
@Resolver(() => Member)
export class MemberResolver {
  constructor(
    private readonly names: MemberNames,
    private readonly mailed: MailedPersons,
  ) {}

  @ResolveField(() => String, { nullable: true })
  displayName(member: Member, _: unknown, request: RequestContext): string | Promise<string | undefined> {
    if (typeof member.displayName === 'string') return member.displayName;
    return this.look(member, request).then((found) => found && nameShown(found, request.language));
  }

  @ResolveField(() => Int, { nullable: true, description: 'Member number in the bank.' })
  async number(member: Member, _: unknown, request: RequestContext): Promise<number | undefined> {
    return (await this.look(member, request))?.number;
  }

  @ResolveField(() => ID, { nullable: true, description: 'Whom a mandate or a role is given to.' })
  async person(member: Member, _: unknown, request: RequestContext): Promise<string | undefined> {
    const found = await this.look(member, request);
    return found?.personId && opaqueId('person', found.personId);
  }

  @ResolveField(() => Hub, { nullable: true })
  async hub(member: Member, _: unknown, request: RequestContext): Promise<Hub | undefined> {
    const found = await this.look(member, request);
    return found && { id: opaqueId('hub', found.hubId) };
  }

  @ResolveField(() => LocalDate, { nullable: true, description: 'Member since this day.' })
  async since(member: Member, _: unknown, request: RequestContext): Promise<string | undefined> {
    return (await this.look(member, request))?.since;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether mails reach the member: who has no address is asked at a desk.',
  })
  async hasEmail(member: Member, _: unknown, request: RequestContext): Promise<boolean> {
    const person = (await this.look(member, request))?.personId;
    return person ? this.mailed.has(person, request) : false;
  }

  private look({ id }: Member, request: RequestContext): Promise<DirectoryMember | undefined> {
    return this.names.of(id, request);
  }
}
