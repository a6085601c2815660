import { Args, Field, ID, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import {
  CurrentReader,
  CurrentRequest,
  PublicField,
  Viewer,
  opaqueId,
  readId,
  type Reader,
  type RequestContext,
} from '#api';
import type { HubId } from '#kernel';
import { BankOfHubQuery, MembershipNode, MyMembershipsQuery, membershipShown } from '#ledger';
import { HubDoorQuery } from '../views/network/hub-door.query.js';
import { HubOrigins } from '../views/network/hub-origins.js';

@ObjectType({ description: "What hangs on a hub's door: for its page, before anybody signs in." })
export class HubDoor {
  @Field(() => ID)
  readonly hub!: string;
  @Field(() => String, { description: "In the reader's language." })
  readonly name!: string;
  @Field(() => ID)
  readonly bank!: string;
  @Field(() => String)
  readonly bankName!: string;
  @Field(() => String, { nullable: true, description: "When its desk is open, in the reader's language." })
  readonly deskHours?: string | null;
  @Field(() => String, { nullable: true, description: 'Of its desk.' })
  readonly phone?: string | null;
}

@Resolver()
export class HubDoorResolver {
  constructor(private readonly queries: QueryBus) {}

  @PublicField()
  @Query(() => HubDoor, {
    nullable: true,
    description:
      'The hub of a page, by its handle, or by network and handle: `opcafe.rho`. Null where no bank is there.',
  })
  async hubDoor(
    @Args('hub', { type: () => String }) called: string,
    @CurrentRequest() { language }: RequestContext,
  ): Promise<HubDoor | undefined> {
    const hub = await this.queries.execute(new HubDoorQuery(called));
    const bank = hub && (await this.queries.execute(new BankOfHubQuery(hub.hubId)));
    if (!hub || !bank) return undefined;
    return {
      hub: opaqueId('hub', hub.hubId),
      name: language === 'en' ? (hub.nameEn ?? hub.nameIt) : hub.nameIt,
      bank: opaqueId('bank', bank.bankId),
      bankName: bank.name,
      deskHours: language === 'en' ? (hub.hoursEn ?? hub.hoursIt) : hub.hoursIt,
      phone: hub.phone,
    };
  }
}

/** A page that another hub of this server registered may ask, and is told before anybody signs in in vain. */
@Resolver(() => HubDoor)
export class HubDoorPagesResolver {
  constructor(private readonly origins: HubOrigins) {}

  @ResolveField(() => Boolean, { description: 'Whether the hub registered this web origin, as a browser writes it.' })
  async isOpenAt(@Parent() { hub }: HubDoor, @Args('origin', { type: () => String }) origin: string): Promise<boolean> {
    const id = readId<HubId>('hub', hub);
    return id !== undefined && (await this.origins.hubsAt(origin)).has(id);
  }
}

/** Whoever opens a hub's page is shown their own account there, whatever else they may see. */
@Resolver(() => Viewer)
export class MembershipAtResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => MembershipNode, { nullable: true, description: 'Your own in the bank of a hub, by its handle.' })
  async membershipAt(
    @Args('hub', { type: () => String }) called: string,
    @CurrentReader() reader: Reader,
  ): Promise<MembershipNode | undefined> {
    const hub = await this.queries.execute(new HubDoorQuery(called));
    const bank = hub && (await this.queries.execute(new BankOfHubQuery(hub.hubId)));
    if (!bank) return undefined;
    const memberships = await this.queries.execute(new MyMembershipsQuery(reader));
    const own = memberships.find(({ bankId, personId }) => bankId === bank.bankId && personId === reader.person);
    return own && membershipShown(own);
  }
}
