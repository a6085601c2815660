import type { StreamWriters } from '#event-store';
import { streamOf, type IssuedNotices, type NetworkId } from '#kernel';
import { network } from '../../domain/network/network.decider.js';

/** As the network's own stream says, the edition it was opened under among them. */
export class NetworkNotices implements IssuedNotices {
  constructor(private readonly writers: Pick<StreamWriters, 'look'>) {}

  has(id: NetworkId, privacyNotice: string): Promise<boolean> {
    return this.writers.look(network, streamOf('network', id), ({ notices }) => notices.has(privacyNotice));
  }
}
