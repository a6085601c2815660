import type {
  AccountId,
  EntryEvent,
  Event,
  ExchangeId,
  HubId,
  ImportId,
  Instant,
  LocalDate,
  Minutes,
  PersonId,
  SealedText,
} from '#kernel';

export type Side = 'provider' | 'receiver';

/** All that is known of an exchange; every one of its records says it whole, so none has to be looked up to read another. */
export interface ExchangeFacts {
  readonly exchange: ExchangeId;
  /** Gives the time: credited. */
  readonly provider: AccountId;
  /** Gets the time: debited. */
  readonly receiver: AccountId;
  /** Time given, as last proposed. */
  readonly minutes: Minutes;
  /** Moves with `minutes`, told apart in reports. */
  readonly travelMinutes?: Minutes;
  readonly serviceDate: LocalDate;
  readonly hub: HubId;
  /** The desk at which it was typed: a code. */
  readonly desk?: string;
  readonly strand?: string;
  readonly category?: string;
  /** The listing it answers. */
  readonly offer?: string;
  readonly request?: string;
  /** Who typed it first. */
  readonly loggedBy: PersonId;
  /** The member for whom a delegate or a desk typed it. */
  readonly onBehalfOf?: AccountId;
  readonly note?: SealedText;
}

/** How the debtor agreed. */
export type Consent =
  /** The receiver, or a delegate, logged it in a bank where the receiver's consent alone posts. */
  | { readonly kind: 'logged'; readonly by: PersonId }
  | { readonly kind: 'confirmed'; readonly by: PersonId }
  /** Signed paper held by the desk: its number. */
  | { readonly kind: 'sheet'; readonly number: string }
  | { readonly kind: 'import'; readonly import: ImportId };

/** One side says that time was given; nothing has moved yet. */
export type ExchangeLogged = Event<
  'ExchangeLogged',
  {
    readonly facts: ExchangeFacts;
    /** The side on whose behalf it was logged. */
    readonly by: Side;
    /** Who has to answer. */
    readonly turn: Side;
    readonly expiresAt: Instant;
  }
>;

/** The side whose turn it was proposes other minutes, and the turn passes. */
export type ExchangeAnswered = Event<
  'ExchangeAnswered',
  {
    readonly facts: ExchangeFacts;
    readonly follows: number;
    readonly by: Side;
    readonly turn: Side;
    readonly expiresAt: Instant;
    readonly answer?: SealedText;
  }
>;

/** The debtor's side agreed: the hours have moved. */
export type ExchangePosted = EntryEvent<
  'ExchangePosted',
  {
    readonly facts: ExchangeFacts;
    /** Absent where the exchange was never a claim. */
    readonly follows?: number;
    readonly consent: Consent;
  }
>;

export type ExchangeDeclined = Event<
  'ExchangeDeclined',
  { readonly facts: ExchangeFacts; readonly follows: number; readonly reason: SealedText }
>;

export type ExchangeWithdrawn = Event<'ExchangeWithdrawn', { readonly facts: ExchangeFacts; readonly follows: number }>;

/** Nobody answered by `expiresAt`. */
export type ExchangeExpired = Event<
  'ExchangeExpired',
  { readonly facts: ExchangeFacts; readonly follows: number; readonly expiresAt: Instant }
>;

export type ExchangeEvent =
  ExchangeLogged | ExchangeAnswered | ExchangePosted | ExchangeDeclined | ExchangeWithdrawn | ExchangeExpired;
