import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentRequest, type RequestContext } from '#api';
import { ExchangeRecord, LimitChange, Mandate } from '#ledger';
import { PersonNames } from './person-names.js';

@Resolver(() => ExchangeRecord)
export class RecordPersonResolver {
  constructor(private readonly names: PersonNames) {}

  @ResolveField(() => String, { nullable: true, description: 'Who did it; null for what the bank does by itself.' })
  byName(@Parent() { person }: ExchangeRecord, @CurrentRequest() request: RequestContext): Promise<string | undefined> {
    return this.names.of(person, request);
  }
}

@Resolver(() => Mandate)
export class MandatePersonResolver {
  constructor(private readonly names: PersonNames) {}

  @ResolveField(() => String, { nullable: true, description: 'Who may act.' })
  personName(@Parent() { person }: Mandate, @CurrentRequest() request: RequestContext): Promise<string | undefined> {
    return this.names.of(person, request);
  }
}

@Resolver(() => LimitChange)
export class LimitPersonResolver {
  constructor(private readonly names: PersonNames) {}

  @ResolveField(() => String, { nullable: true, description: 'Who set them.' })
  byName(@Parent() { by }: LimitChange, @CurrentRequest() request: RequestContext): Promise<string | undefined> {
    return this.names.of(by, request);
  }
}
