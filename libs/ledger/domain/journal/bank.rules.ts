import type { Minutes } from '#kernel';

/** A soft limit warns, a hard one refuses; `none` was chosen, never assumed. */
export type Limit = { readonly kind: 'none' } | { readonly kind: 'soft' | 'hard'; readonly minutes: Minutes };

export interface Limits {
  readonly floor: Limit;
  readonly ceiling: Limit;
}

/** What an assembly decides when it opens a bank. Every rule is asked: none has a silent default. */
export interface BankRules {
  /** IANA name: the bank's days and months begin and end there. */
  readonly timeZone: string;
  /** Every exchange is a multiple of it. */
  readonly stepMinutes: 15 | 30;
  readonly exchangeMinutesMax: Minutes;
  /** Who must agree before hours move: both sides, or the receiver alone. */
  readonly consent: 'both' | 'receiver';
  /** Days until an unanswered claim expires. */
  readonly claimDays: number;
  readonly limits: Limits;
  /** Codes (`[a-z][a-z0-9-]{0,39}`) of the kinds of help; an exchange names one or none. */
  readonly categories: readonly string[];
  /** Codes of the programme strands of the bank's hubs. */
  readonly strands: readonly string[];
}
