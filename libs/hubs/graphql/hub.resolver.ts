import { ID, Int, ResolveField, Resolver } from '@nestjs/graphql';
import { LocalDate, opaqueId, type RequestContext } from '#api';
import { Hub } from '#ledger';
import type { HubRow } from '../views/network/network.query.js';
import { HubNames } from './hub-names.js';

/** What a network says in public of its hubs. Null until a new hub is visible. Called by GraphQL itself, as members' fields are. */
@Resolver(() => Hub)
export class HubResolver {
  constructor(private readonly hubs: HubNames) {}

  @ResolveField(() => String, { nullable: true, description: "In the reader's language." })
  async name(hub: Hub, _: unknown, request: RequestContext): Promise<string | undefined> {
    const row = await this.look(hub, request);
    return request.language === 'en' ? (row?.nameEn ?? row?.nameIt) : row?.nameIt;
  }

  @ResolveField(() => String, { nullable: true })
  async handle(hub: Hub, _: unknown, request: RequestContext): Promise<string | undefined> {
    return (await this.look(hub, request))?.handle;
  }

  @ResolveField(() => ID, { nullable: true })
  async network(hub: Hub, _: unknown, request: RequestContext): Promise<string | undefined> {
    const row = await this.look(hub, request);
    return row && opaqueId('network', row.networkId);
  }

  @ResolveField(() => Hub, { nullable: true, description: 'Null at the top of the tree.' })
  async parent(hub: Hub, _: unknown, request: RequestContext): Promise<Hub | undefined> {
    const parentId = (await this.look(hub, request))?.parentId;
    return parentId === null || parentId === undefined ? undefined : { id: opaqueId('hub', parentId) };
  }

  @ResolveField(() => LocalDate, { nullable: true, description: 'Since when it hangs where it hangs.' })
  async placedFrom(hub: Hub, _: unknown, request: RequestContext): Promise<string | undefined> {
    return (await this.look(hub, request))?.placedFrom;
  }

  @ResolveField(() => [String], { nullable: true, description: 'Origins whose pages may embed its client.' })
  async origins(hub: Hub, _: unknown, request: RequestContext): Promise<readonly string[] | undefined> {
    return (await this.look(hub, request))?.origins;
  }

  @ResolveField(() => String, { nullable: true, description: "When its desk is open, in the reader's language." })
  async deskHours(hub: Hub, _: unknown, request: RequestContext): Promise<string | null | undefined> {
    const row = await this.look(hub, request);
    return request.language === 'en' ? (row?.hoursEn ?? row?.hoursIt) : row?.hoursIt;
  }

  @ResolveField(() => String, { nullable: true, description: 'Of its desk.' })
  async phone(hub: Hub, _: unknown, request: RequestContext): Promise<string | null | undefined> {
    return (await this.look(hub, request))?.phone;
  }

  @ResolveField(() => String, { nullable: true, description: 'Of its desk: where answers to mails go.' })
  async deskEmail(hub: Hub, _: unknown, request: RequestContext): Promise<string | null | undefined> {
    return (await this.look(hub, request))?.deskEmail;
  }

  @ResolveField(() => Int, { nullable: true, description: 'Hand it back as `expectedVersion`.' })
  async version(hub: Hub, _: unknown, request: RequestContext): Promise<number | undefined> {
    return (await this.look(hub, request))?.revision;
  }

  private look({ id }: Hub, request: RequestContext): Promise<HubRow | undefined> {
    return this.hubs.of(id, request);
  }
}
