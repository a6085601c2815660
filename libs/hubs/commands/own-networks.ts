import type { StreamWriters } from '#event-store';
import { streamOf, type NetworkId, type Networks, type PersonId } from '#kernel';
import { network } from '../domain/network/network.decider.js';

/** As each network's own stream says. */
export class OwnNetworks implements Networks {
  constructor(private readonly writers: Pick<StreamWriters, 'look' | 'consult'>) {}

  /** The edition that it was opened under is one of them. */
  hasIssued(id: NetworkId, privacyNotice: string): Promise<boolean> {
    return this.writers.look(network, streamOf('network', id), ({ notices }) => notices.has(privacyNotice));
  }

  isAdministrator(id: NetworkId, person: PersonId): Promise<boolean> {
    return this.writers.consult(network, streamOf('network', id), ({ administrators }) => administrators.has(person));
  }
}
