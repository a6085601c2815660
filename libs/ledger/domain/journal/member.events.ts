import type { AccountId, Event, HubId, LocalDate, MandateId, PersonId, SealedText } from '#kernel';
import type { Limit } from './bank.rules.js';

/** A person is a member of this bank, with an hours account of the same id. */
export type MemberAdmitted = Event<
  'MemberAdmitted',
  {
    readonly account: AccountId;
    readonly person: PersonId;
    /** Member number in this bank: gapless from 1. */
    readonly number: number;
    readonly hub: HubId;
    readonly since: LocalDate;
    /** Whether the member can be reached by a message of the bank's. */
    readonly channel: boolean;
  }
>;

/** No new exchange with a service date from this day on. */
export type MemberSuspended = Event<
  'MemberSuspended',
  { readonly account: AccountId; readonly from: LocalDate; readonly reason: SealedText }
>;

/** The suspension's last day is the one before `from`. */
export type MemberReadmitted = Event<
  'MemberReadmitted',
  { readonly account: AccountId; readonly from: LocalDate; readonly reason?: SealedText }
>;

/** One account's own limits; absent: the bank's apply (again). */
export type LimitsSet = Event<
  'LimitsSet',
  { readonly account: AccountId; readonly floor?: Limit; readonly ceiling?: Limit; readonly reason: SealedText }
>;

/** Somebody may act for a member, on these days, the last included. */
export type MandateGiven = Event<
  'MandateGiven',
  {
    readonly mandate: MandateId;
    readonly account: AccountId;
    readonly person: PersonId;
    readonly kind: 'delegate' | 'guardian';
    readonly from: LocalDate;
    readonly until?: LocalDate;
    readonly reason?: SealedText;
  }
>;

export type MandateEnded = Event<
  'MandateEnded',
  { readonly mandate: MandateId; readonly account: AccountId; readonly person: PersonId; readonly reason?: SealedText }
>;

/**
 * At the member's own wish; at one that was signed on paper; because the time of keeping is over; by an authority's
 * order; by the register of erasures, where an old copy of the books was brought back.
 */
export type ErasureGround = 'own-wish' | 'signed-wish' | 'retention' | 'order' | 'register';

/** All texts about the member are unreadable for ever; the account stays with its hours, nameless. */
export type MemberErased = Event<
  'MemberErased',
  {
    readonly account: AccountId;
    readonly person: PersonId;
    readonly ground: ErasureGround;
    /** The number of the signed paper, or of the order. */
    readonly document?: string;
  }
>;

export type MemberEvent =
  MemberAdmitted | MemberSuspended | MemberReadmitted | LimitsSet | MandateGiven | MandateEnded | MemberErased;
