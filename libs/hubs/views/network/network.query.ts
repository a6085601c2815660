import { Query } from '@nestjs/cqrs';
import type { BankId, HubId, LocalDate, NetworkId, Position, Asker } from '#kernel';

export interface NetworkRow {
  readonly networkId: NetworkId;
  readonly handle: string;
  readonly name: string;
  readonly privacyNotice: string;
}

export interface HubRow {
  readonly hubId: HubId;
  readonly networkId: NetworkId;
  readonly handle: string;
  readonly nameIt: string;
  readonly nameEn: string | null;
  readonly parentId: HubId | null;
  /** Since when it hangs where it hangs. */
  readonly placedFrom: LocalDate;
  /** Web origins whose pages may embed its client. */
  readonly origins: readonly string[];
  /** When its desk is open, in words. */
  readonly hoursIt: string | null;
  readonly hoursEn: string | null;
  readonly phone: string | null;
  /** Of its desk: where answers to mails go. */
  readonly deskEmail: string | null;
  /** Of the last record about it: hand it back as the expected version. */
  readonly revision: number;
}

export class NetworkQuery extends Query<NetworkRow | undefined> {
  constructor(
    readonly reader: Asker,
    readonly by: { readonly network: NetworkId } | { readonly handle: string },
    readonly minPosition?: Position,
  ) {
    super();
  }
}

/** A handle is a hub's own within its network. */
export class HubQuery extends Query<HubRow | undefined> {
  constructor(
    readonly reader: Asker,
    readonly by: { readonly hub: HubId } | { readonly network: NetworkId; readonly handle: string },
    readonly minPosition?: Position,
  ) {
    super();
  }
}

/** All hubs of a network by handle; `parentId` makes them a tree. */
export class HubsQuery extends Query<readonly HubRow[]> {
  constructor(
    readonly reader: Asker,
    readonly network: NetworkId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}

export interface NetworkBankRow {
  readonly bankId: BankId;
  readonly handle: string;
}

/** The banks of a network by handle: for who administers the network, and to everybody else none. */
export class NetworkBanksQuery extends Query<readonly NetworkBankRow[]> {
  constructor(
    readonly reader: Asker,
    readonly network: NetworkId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
