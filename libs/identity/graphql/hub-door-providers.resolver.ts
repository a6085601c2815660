import { Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentRequest, readId, type RequestContext } from '#api';
import { HubDoorNode } from '#hubs';
import type { HubId } from '#kernel';
import { OfferedProviders } from '../commands/offered-providers.js';

@ObjectType({ description: 'Somebody else who says who people are: `GET /auth/providers/<name>` leads there.' })
export class SignInProvider {
  @Field(() => String)
  readonly name!: string;
  @Field(() => String, { description: "What stands on the button, in the reader's language." })
  readonly title!: string;
}

@Resolver(() => HubDoorNode)
export class HubDoorProvidersResolver {
  constructor(private readonly offered: OfferedProviders) {}

  @ResolveField(() => [SignInProvider], { description: 'Where its members may sign in beside by a code.' })
  providers(@Parent() { hub }: HubDoorNode, @CurrentRequest() { language }: RequestContext): readonly SignInProvider[] {
    const id = readId<HubId>('hub', hub);
    return id === undefined ? [] : this.offered.at(id).map(({ name, title }) => ({ name, title: title[language] }));
  }
}
