import type {
  AccountHome,
  Bank,
  Exchange,
  ExchangeDetail,
  HubDoor,
  MailChoice,
  MembershipHome,
  Month,
  Person,
  Profile,
} from '../api/shapes.js';
import type { Trouble } from '../api/trouble.js';
import type { FormProblem, LogForm } from '../plain/log-form.js';
import type { Period, PeriodChoice } from '../plain/periods.js';
import type { PlainEntry } from '../offline/entries.js';

export type Place =
  | { readonly name: 'home' }
  | { readonly name: 'log' }
  | { readonly name: 'done' }
  | { readonly name: 'history' }
  | { readonly name: 'exchange'; readonly exchange: string }
  | { readonly name: 'statement' }
  | { readonly name: 'profile' };

export interface SignIn {
  readonly step: 'email' | 'code' | 'desk';
  readonly email: string;
  readonly code: string;
  readonly memberNumber: string;
  readonly challenge?: { readonly id: string; readonly until: Date; readonly askedAt: Date } | undefined;
  readonly triesLeft: number;
  readonly problem?: { readonly field: 'email' | 'code' | 'number'; readonly words: string } | undefined;
  readonly notice?: string | undefined;
  readonly busy: boolean;
}

/** All that the bank says of the member in one answer. */
export interface Home {
  readonly viewer: string;
  readonly door: HubDoor;
  readonly bank: Bank;
  readonly membership: MembershipHome;
  readonly account: AccountHome;
  readonly otherBanks: readonly { readonly bank: Bank; readonly handle: string | null }[];
  readonly loadedAt: Date;
  /** Kept from the last time, because the network is away. */
  readonly isOld: boolean;
}

/** One claim that waits, and what is being done with it. */
export interface Card {
  readonly exchange: Exchange;
  readonly step: 'asked' | 'declining' | 'withdrawing' | 'done';
  readonly reason?: Reason | undefined;
  readonly words: string;
  readonly chosen?: number | 'other' | undefined;
  readonly hours: string;
  readonly minutes: number;
  readonly key: string;
  readonly busy: boolean;
  /** What is missing, or why it was refused. */
  readonly problem?: string | undefined;
  /** The sentence that stands in its place. */
  readonly result?: string | undefined;
}
export type Reason = 'hours' | 'never' | 'unknown' | 'other';

export interface Logging {
  readonly form: LogForm;
  readonly details: boolean;
  readonly otherDay: boolean;
  readonly searching: boolean;
  readonly search: string;
  readonly found?: readonly Person[] | undefined;
  readonly problems: readonly FormProblem[];
  /** Why the bank, or the network, did not take it. */
  readonly refusal?: string | undefined;
  /** It looks like one that was logged already. */
  readonly asksAgain: boolean;
  readonly busy: boolean;
  /** The entry of the outbox that it is a better form of. */
  readonly replaces?: PlainEntry | undefined;
  readonly owner: string;
}

export interface Done {
  readonly sentences: readonly string[];
}

export type Shown = 'all' | 'given' | 'received';
export interface History {
  readonly months: readonly Month[];
  readonly shown: Shown;
  /** Account of the other party; '' for everyone. */
  readonly withWhom: string;
}

export interface Detail {
  readonly exchange: ExchangeDetail;
  readonly balanceAfterMinutes?: number | undefined;
}

export interface StatementState extends Period {
  readonly choice: PeriodChoice;
  /** How many, once it is known. */
  readonly lines?: number | undefined;
  /** What is being made. */
  readonly busy?: 'pdf' | 'csv' | undefined;
  readonly problem?: string | undefined;
  readonly result?: string | undefined;
}

/** A part of the profile: what is wrong, or was done, is said where it was asked for. */
export type ProfilePart = 'details' | 'notices' | 'mandates' | 'data';

export interface ProfileState {
  readonly profile: Profile;
  readonly mails: readonly MailChoice[];
  readonly name: string;
  /** As it is known, and as it is written now. */
  readonly knownEmail: string;
  readonly email: string;
  /** A new address that waits for its code. */
  readonly newEmail?: NewEmail | undefined;
  /** It waited already when the profile was opened. */
  readonly opensDetails: boolean;
  readonly busy?: ProfilePart | 'zip' | undefined;
  readonly problem?: Said | undefined;
  readonly result?: Said | undefined;
  /** What stands in the field that erases; undefined while nobody has asked for it. */
  readonly erasing?: string | undefined;
}
/** What outlives a reload of the page. */
export interface WaitingEmail {
  readonly email: string;
  readonly challenge: string;
  /** So long its code holds. */
  readonly until: string;
}
export interface NewEmail extends WaitingEmail {
  /** As it is typed. */
  readonly code: string;
}
export interface Said {
  readonly part: ProfilePart;
  readonly words: string;
}

export interface State {
  readonly phase: 'opening' | 'unconnected' | 'stranger' | 'member' | 'erased';
  /** As a page: what was erased, and by which records. */
  readonly certificate?: string | undefined;
  readonly door?: HubDoor | undefined;
  readonly unconnected?: 'hub' | 'origin' | undefined;
  readonly place: Place;
  readonly signIn: SignIn;
  /** Asked for the code again in the middle of something. */
  readonly signsInAgain: boolean;
  readonly home?: Home | undefined;
  readonly elsewhere?: Home['otherBanks'] | undefined;
  readonly trouble?: Trouble | undefined;
  readonly isSlow: boolean;
  readonly isOffline: boolean;
  readonly cards: ReadonlyMap<string, Card>;
  /** All that wait are shown, not the first two. */
  readonly allCards: boolean;
  readonly logging?: Logging | undefined;
  readonly done?: Done | undefined;
  readonly history?: History | undefined;
  readonly detail?: Detail | undefined;
  readonly statement?: StatementState | undefined;
  readonly profile?: ProfileState | undefined;
  readonly outbox: readonly PlainEntry[];
  /** Entries of somebody, sealed: how many wait on this device. */
  readonly sealedEntries: number;
  readonly notice?: string | undefined;
  readonly leaving: boolean;
}

export const emptySignIn: SignIn = {
  step: 'email',
  email: '',
  code: '',
  memberNumber: '',
  triesLeft: 5,
  busy: false,
};

export const firstState: State = {
  phase: 'opening',
  place: { name: 'home' },
  signIn: emptySignIn,
  signsInAgain: false,
  isSlow: false,
  isOffline: false,
  cards: new Map(),
  allCards: false,
  outbox: [],
  sealedEntries: 0,
  leaving: false,
};
