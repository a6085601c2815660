import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, ResolveField, Resolver } from '@nestjs/graphql';
import type { NetworkId } from '#kernel';
import { CurrentReader, Viewer, opaqueId, readId, type Reader } from '#api';
import { Hub } from '#ledger';
import { NetworkBank } from './network-bank.types.js';
import { HubsQuery, NetworkBanksQuery } from '../views/network/network.query.js';

@Resolver(() => Viewer)
export class ViewerHubsResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => [Hub], { description: 'All hubs of a network; their parents make them a tree.' })
  async hubs(
    @Args('network', { type: () => ID }) opaque: string,
    @CurrentReader() reader: Reader,
  ): Promise<readonly Hub[]> {
    const network = readId<NetworkId>('network', opaque);
    const rows = network === undefined ? [] : await this.queries.execute(new HubsQuery(reader, network));
    return rows.map(({ hubId }) => ({ id: opaqueId('hub', hubId) }));
  }

  @ResolveField(() => [NetworkBank], { description: 'For who administers the network; to everybody else none.' })
  async networkBanks(
    @Args('network', { type: () => ID }) opaque: string,
    @CurrentReader() reader: Reader,
  ): Promise<readonly NetworkBank[]> {
    const network = readId<NetworkId>('network', opaque);
    const rows = network === undefined ? [] : await this.queries.execute(new NetworkBanksQuery(reader, network));
    return rows.map(({ bankId, handle }) => ({ id: opaqueId('bank', bankId), handle }));
  }
}
