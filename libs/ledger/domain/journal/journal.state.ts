import {
  Deadlines,
  Table,
  ownerOf,
  type AccountId,
  type BankId,
  type EntryNumber,
  type ExchangeId,
  type GrantId,
  type HubId,
  type Instant,
  type LocalDate,
  type MandateId,
  type Minutes,
  type NetworkId,
  type PersonId,
  type ReadonlyState,
  type StoreId,
  type StreamId,
} from '#kernel';
import type { BankRules, Limit } from './bank.rules.js';
import type { ExchangeFacts, Side } from './exchange.events.js';
import type { Role } from './role.events.js';

export interface Account {
  readonly balanceMinutes: Minutes;
  /** Minutes of open claims that this account's side proposed as debtor. */
  readonly reservedMinutes: Minutes;
  /** Own limits; absent: the bank's. */
  readonly floor?: Limit;
  readonly ceiling?: Limit;
}

export interface Membership {
  readonly person: PersonId;
  readonly number: number;
  readonly hub: HubId;
  readonly since: LocalDate;
  readonly channel: boolean;
  /** `until` is the first day in standing again. */
  readonly suspensions: readonly { readonly from: LocalDate; readonly until?: LocalDate }[];
  /** Nobody's any more: the account keeps its hours and takes part in nothing new. */
  readonly erased?: true;
}

export interface Mandate {
  readonly account: AccountId;
  readonly person: PersonId;
  readonly kind: 'delegate' | 'guardian';
  readonly from: LocalDate;
  readonly until?: LocalDate;
  /** The record that gave it. */
  readonly revision: number;
}

export interface Grant {
  readonly person: PersonId;
  readonly role: Role;
  readonly hub?: HubId;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  readonly revision: number;
}

/** A hub's places in the tree, the latest last. */
export interface ServedHub {
  readonly places: readonly { readonly from: LocalDate; readonly ancestors: readonly HubId[] }[];
  /** Revision of the last network record taken for it: one such record may move several of the bank's hubs. */
  readonly networkRevision: number;
}

/** An exchange that waits for an answer. */
export interface OpenClaim {
  readonly facts: ExchangeFacts;
  readonly loggedSide: Side;
  /** The side and the person that made the last proposal. */
  readonly proposedSide: Side;
  readonly proposedBy: PersonId;
  readonly turn: Side;
  readonly expiresAt: Instant;
  readonly reservedMinutes: Minutes;
  /** Revision of its last record. */
  readonly revision: number;
}

/** Only what can still change. What is past is read from the stream by revision. */
export interface Journal {
  bank: BankId;
  /** Absent until the bank is opened. */
  opened?: { readonly network: NetworkId; readonly handle: string; readonly rules: BankRules };
  /** Where the journal goes on; absent while it was never moved. */
  store?: StoreId;
  lastEntryNumber: EntryNumber;
  lastMemberNumber: number;
  accounts: Table<AccountId, Account>;
  memberships: Table<AccountId, Membership>;
  /** A person's memberships here: one, more where duplicates wait to be merged. */
  accountsOf: Table<PersonId, readonly AccountId[]>;
  mandates: Table<MandateId, Mandate>;
  mandatesOf: Table<PersonId, readonly MandateId[]>;
  grants: Table<GrantId, Grant>;
  grantsOf: Table<PersonId, readonly GrantId[]>;
  hubs: Table<HubId, ServedHub>;
  claims: Table<ExchangeId, OpenClaim>;
  /** Open claims of a pair of accounts, the smaller id first, with a slash between. */
  pairs: Table<string, number>;
  deadlines: Deadlines;
}

export type ReadonlyJournal = ReadonlyState<Journal>;

export function initialJournal(stream: StreamId): Journal {
  return {
    bank: ownerOf<BankId>(stream),
    lastEntryNumber: 0 as EntryNumber,
    lastMemberNumber: 0,
    accounts: new Table(),
    memberships: new Table(),
    accountsOf: new Table(),
    mandates: new Table(),
    mandatesOf: new Table(),
    grants: new Table(),
    grantsOf: new Table(),
    hubs: new Table(),
    claims: new Table(),
    pairs: new Table(),
    deadlines: new Deadlines(),
  };
}
