import type { BankId, Event, GrantId, HubId, LocalDate, NetworkId, PersonId, RecordRef, StoreId } from '#kernel';
import type { BankRules } from './bank.rules.js';

/** The first record of every journal. */
export type BankOpened = Event<
  'BankOpened',
  {
    readonly bank: BankId;
    readonly network: NetworkId;
    /** Short name in addresses: `[a-z][a-z0-9-]{1,39}`. */
    readonly handle: string;
    readonly name: string;
    readonly rules: BankRules;
    /** The first administrators, each with the grant they act by from now on. */
    readonly administrators: readonly { readonly grant: GrantId; readonly person: PersonId }[];
  }
>;

/** The bank serves a hub from now on. `ancestors`: nearest first, as the network's tree stood at `cause`. */
export type HubServed = Event<
  'HubServed',
  { readonly hub: HubId; readonly ancestors: readonly HubId[]; readonly from: LocalDate; readonly cause: RecordRef }
>;

/** The network moved a hub that the bank serves, or one above it. */
export type HubPlaced = Event<
  'HubPlaced',
  { readonly hub: HubId; readonly ancestors: readonly HubId[]; readonly from: LocalDate; readonly cause: RecordRef }
>;

/** The journal goes on in that store, and in no other: its last record where it was. */
export type JournalMoved = Event<'JournalMoved', { readonly to: StoreId }>;

export type BankEvent = BankOpened | HubServed | HubPlaced | JournalMoved;
