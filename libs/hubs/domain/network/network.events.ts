import type { BankId, Event, HubId, LocalDate, NetworkId, PersonId } from '#kernel';

/** A hub's public name; Italian is always there. */
export interface HubName {
  readonly it: string;
  readonly en?: string;
}

/** The first record of every network. */
export type NetworkOpened = Event<
  'NetworkOpened',
  {
    readonly network: NetworkId;
    /** Short name in addresses: `[a-z][a-z0-9-]{1,39}`. */
    readonly handle: string;
    readonly name: string;
    /** Version of the notice that people read before their data are kept: a code, not its words. */
    readonly privacyNotice: string;
    readonly administrators: readonly PersonId[];
  }
>;

export type NetworkAdministratorNamed = Event<'NetworkAdministratorNamed', { readonly person: PersonId }>;

/** The network lets a bank be opened under this handle; its journal begins after this record and names it as the cause. */
export type BankAuthorised = Event<'BankAuthorised', { readonly bank: BankId; readonly handle: string }>;

/** A place, or a service without a place, where people meet; at the top of the tree where it has no parent. */
export type HubAdded = Event<
  'HubAdded',
  {
    readonly hub: HubId;
    readonly handle: string;
    readonly name: HubName;
    readonly parent?: HubId;
    readonly from: LocalDate;
  }
>;

/** From this day on the hub, with all below it, hangs elsewhere in the tree. */
export type HubMoved = Event<'HubMoved', { readonly hub: HubId; readonly parent?: HubId; readonly from: LocalDate }>;

/** The web origins whose pages may embed this hub's client. */
export type HubOriginsSet = Event<'HubOriginsSet', { readonly hub: HubId; readonly origins: readonly string[] }>;

/** Public words of the network; Italian is always there. */
export interface PublicText {
  readonly it: string;
  readonly en?: string;
}

/** Where a person reaches a person. */
export interface HubDesk {
  /** In words, on one line: "mar e gio 15:00–18:00". */
  readonly hours?: PublicText;
  /** Digits and spaces, and a plus in front of a country's. */
  readonly phone?: string;
  /** Where answers to its mails go; absent in records of version 1. */
  readonly email?: string;
}

export type HubDeskSet = Event<'HubDeskSet', { readonly hub: HubId; readonly desk: HubDesk }>;

/** What people read before their data are kept, and the day from which it holds. */
export interface NoticeWords {
  readonly from: LocalDate;
  readonly title: PublicText;
  readonly text: PublicText;
}

/** An edition of the notice; without words where it was issued before the network kept them. */
export type PrivacyNoticeIssued = Event<
  'PrivacyNoticeIssued',
  { readonly privacyNotice: string; readonly words?: NoticeWords }
>;

/** For how long the network keeps what nobody needs any more. */
export interface Retention {
  /** After so many months without a record of theirs, a member's erasure is proposed. */
  readonly monthsAfterLastActivity: number;
  /** So many days it is kept who read a member's account. */
  readonly readLogDays: number;
}

export type RetentionSet = Event<'RetentionSet', Retention>;

export type NetworkEvent =
  | NetworkOpened
  | NetworkAdministratorNamed
  | BankAuthorised
  | HubAdded
  | HubMoved
  | HubOriginsSet
  | HubDeskSet
  | PrivacyNoticeIssued
  | RetentionSet;

/** Schema version of each type as written today. A change of shape raises it and brings an upcaster and a golden file. */
export const networkEventVersions: Readonly<Record<NetworkEvent['type'], number>> = {
  NetworkOpened: 1,
  NetworkAdministratorNamed: 1,
  BankAuthorised: 1,
  HubAdded: 1,
  HubMoved: 1,
  HubOriginsSet: 1,
  HubDeskSet: 2,
  PrivacyNoticeIssued: 2,
  RetentionSet: 1,
};
