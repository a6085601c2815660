import type { Command, HubId, LocalDate, PersonId } from '#kernel';
import type { HubDesk, HubName, NoticeWords, Retention } from './network.events.js';

/** From the shell of the installation only: nobody is anything yet. */
export type OpenNetwork = Command<
  'OpenNetwork',
  {
    readonly handle: string;
    readonly name: string;
    readonly privacyNotice: string;
    readonly administrators: readonly PersonId[];
  }
>;

/** The person's stream exists already. By an administrator of the network, as all that follow. */
export type NameNetworkAdministrator = Command<'NameNetworkAdministrator', { readonly person: PersonId }>;

/** Before the journal of a new bank begins. */
export type AuthoriseBank = Command<'AuthoriseBank', { readonly handle: string }>;

export type AddHub = Command<
  'AddHub',
  { readonly handle: string; readonly name: HubName; readonly parent?: HubId; readonly from: LocalDate }
>;

/** Without a parent: to the top of the tree. */
export type MoveHub = Command<'MoveHub', { readonly hub: HubId; readonly parent?: HubId; readonly from: LocalDate }>;

export type SetHubOrigins = Command<'SetHubOrigins', { readonly hub: HubId; readonly origins: readonly string[] }>;

/** When its desk is open and its number, for everybody to read. */
export type SetHubDesk = Command<'SetHubDesk', { readonly hub: HubId; readonly desk: HubDesk }>;

/** An edition's words never change: other words are another edition. */
export type IssuePrivacyNotice = Command<'IssuePrivacyNotice', NoticeWords & { readonly privacyNotice: string }>;

export type SetRetention = Command<'SetRetention', Retention>;

export type NetworkCommand =
  | OpenNetwork
  | NameNetworkAdministrator
  | AuthoriseBank
  | AddHub
  | MoveHub
  | SetHubOrigins
  | SetHubDesk
  | IssuePrivacyNotice
  | SetRetention;
