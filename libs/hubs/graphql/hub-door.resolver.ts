import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { CurrentRequest, PublicField, opaqueId, type RequestContext } from '#api';
import { BankOfHubQuery } from '#ledger';
import { HubDoorQuery } from '../views/network/hub-door.query.js';

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
    };
  }
}
