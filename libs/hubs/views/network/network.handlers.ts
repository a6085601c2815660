import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker, NetworkId } from '#kernel';
import { ReadDoor } from '#read-model';
import {
  HubQuery,
  HubsQuery,
  NetworkBanksQuery,
  NetworkQuery,
  type HubRow,
  type NetworkBankRow,
  type NetworkRow,
} from './network.query.js';
import { hubs, networkBanks, networks } from './network.table.js';

@QueryHandler(NetworkQuery)
export class NetworkHandler implements IQueryHandler<NetworkQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, by, minPosition }: NetworkQuery): Promise<NetworkRow | undefined> {
    const all = this.door.from(networks, 'n');
    const wanted =
      'network' in by
        ? all.where('n.networkId = :network', { network: by.network })
        : all.where('n.handle = :handle', { handle: by.handle });
    const [row] = await this.door.read<NetworkRow>(reader, wanted, minPosition);
    return row;
  }
}

@QueryHandler(HubQuery)
export class HubHandler implements IQueryHandler<HubQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, by, minPosition }: HubQuery): Promise<HubRow | undefined> {
    const all = this.door.from(hubs, 'h');
    const wanted =
      'hub' in by
        ? all.where('h.hubId = :hub', { hub: by.hub })
        : all.where('h.networkId = :network and h.handle = :handle', { network: by.network, handle: by.handle });
    const [row] = await this.door.read<HubRow>(reader, wanted, minPosition);
    return row;
  }
}

@QueryHandler(HubsQuery)
export class HubsHandler implements IQueryHandler<HubsQuery> {
  constructor(private readonly door: ReadDoor) {}

  execute({ reader, network, minPosition }: HubsQuery): Promise<readonly HubRow[]> {
    const all = this.door.from(hubs, 'h').where('h.networkId = :network', { network }).orderBy('h.handle');
    return this.door.read<HubRow>(reader, all, minPosition);
  }
}

@QueryHandler(NetworkBanksQuery)
export class NetworkBanksHandler implements IQueryHandler<NetworkBanksQuery> {
  constructor(private readonly door: ReadDoor) {}

  async execute({ reader, network, minPosition }: NetworkBanksQuery): Promise<readonly NetworkBankRow[]> {
    const { scopes } = await this.door.reachOf(reader, minPosition);
    const banks = await banksOf(this.door, reader, network);
    return scopes.includes(network) ? banks : [];
  }
}

/** Row-level security alone shows them to nobody else either. */
export function banksOf(door: ReadDoor, reader: Asker, network: NetworkId): Promise<readonly NetworkBankRow[]> {
  const all = door.from(networkBanks, 'b').where('b.networkId = :network', { network }).orderBy('b.handle');
  return door.read<NetworkBankRow>(reader, all);
}
