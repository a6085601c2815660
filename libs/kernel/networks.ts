import type { NetworkId, PersonId } from './ids.js';

/** What networks say of themselves, for who decides something elsewhere by it. */
export interface Networks {
  /** An edition of its privacy notice; none is ever taken back. */
  hasIssued(network: NetworkId, privacyNotice: string): Promise<boolean>;
  /** Asked in the network's queue: whoever is named at that moment counts. */
  isAdministrator(network: NetworkId, person: PersonId): Promise<boolean>;
}

/** Nest's name for the port. */
export const NETWORKS = Symbol('Networks');
