import {
  Table,
  type BankId,
  ownerOf,
  type HubId,
  type LocalDate,
  type NetworkId,
  type PersonId,
  type ReadonlyState,
  type StreamId,
} from '#kernel';
import type { HubDesk, Retention } from './network.events.js';

export interface Hub {
  readonly handle: string;
  /** Where it hangs since the last time it was placed. */
  readonly parent?: HubId;
  readonly placedFrom: LocalDate;
  /** The record that placed it last. */
  readonly placedBy: number;
  readonly origins: readonly string[];
  /** Absent until it is set. */
  readonly desk?: HubDesk;
}

export interface Network {
  network: NetworkId;
  /** Absent until the network is opened. */
  opened?: { readonly handle: string; readonly privacyNotice: string };
  /** By person, the record that gave the right. */
  administrators: Table<PersonId, { readonly revision: number }>;
  /** Banks by handle, each with the record that authorised it. */
  banks: Table<string, { readonly bank: BankId; readonly revision: number }>;
  /** Every edition of the notice, and whether it has words. */
  notices: Table<string, { readonly hasWords: boolean }>;
  /** Absent until it is set: then the product's own holds. */
  retention?: Retention;
  hubs: Table<HubId, Hub>;
  hubOfHandle: Table<string, HubId>;
}

export type ReadonlyNetwork = ReadonlyState<Network>;

export function initialNetwork(stream: StreamId): Network {
  return {
    network: ownerOf<NetworkId>(stream),
    administrators: new Table(),
    banks: new Table(),
    notices: new Table(),
    hubs: new Table(),
    hubOfHandle: new Table(),
  };
}
