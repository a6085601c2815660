/** What the documents ask for, as it comes. */
export interface HubDoor {
  readonly hub: string;
  readonly name: string;
  readonly bank: string;
  readonly bankName: string;
  readonly deskHours: string | null;
  readonly phone: string | null;
  readonly providers: readonly { readonly name: string; readonly title: string }[];
}

export interface HubDoorHere extends HubDoor {
  /** To the page that asks: always to one of the server's own. */
  readonly isOpenAt: boolean;
}

export interface Person {
  readonly id: string;
  readonly displayName: string | null;
  readonly number: number | null;
  readonly hasEmail: boolean;
  readonly hub: { readonly id: string; readonly name: string | null; readonly handle: string | null } | null;
}

export interface Bank {
  readonly id: string;
  readonly name: string;
  /** The bank's own day. */
  readonly today: string;
  readonly rules: {
    readonly timeZone: string;
    readonly stepMinutes: number;
    readonly exchangeMinutesMax: number;
    readonly consent: 'BOTH' | 'RECEIVER';
    readonly claimDays: number;
    readonly categories: readonly string[];
  };
}

export interface Limit {
  readonly kind: 'NONE' | 'SOFT' | 'HARD';
  readonly minutes: number | null;
}

export interface Party {
  readonly id: string;
  readonly displayName: string | null;
}

export type ExchangeState = 'LOGGED' | 'POSTED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED';

export interface Exchange {
  readonly id: string;
  readonly state: ExchangeState;
  readonly minutes: number;
  readonly travelMinutes: number | null;
  readonly serviceDate: string;
  readonly category: string | null;
  readonly turn: 'PROVIDER' | 'RECEIVER' | null;
  readonly expiresAt: string | null;
  readonly entryNumber: number | null;
  readonly version: number;
  readonly note: string | null;
  readonly loggedByYou: boolean;
  /** A desk wrote it down for one of the two. */
  readonly atDesk: boolean;
  /** A delegate did. */
  readonly byDelegate?: Pick<ExchangeRecord, 'byName' | 'actedFor'> | null;
  readonly formerMinutes?: number | null;
  readonly hub: { readonly name: string | null };
  readonly provider: Party;
  readonly receiver: Party;
}

export interface Line {
  readonly entryNumber: number;
  readonly exchange: string;
  readonly minutes: number;
  readonly balanceAfterMinutes: number;
  readonly serviceDate: string;
  readonly category: string | null;
  readonly other: Party;
}

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

export interface AccountHome {
  readonly id: string;
  readonly balanceMinutes: number;
  readonly reservedMinutes: number;
  readonly floor: Limit;
  readonly ceiling: Limit;
  readonly statement: Edges<Line>;
  readonly exchanges: Edges<Exchange>;
  readonly companions: readonly Person[];
}

export interface MembershipPlace {
  readonly bank: string;
  readonly member: {
    readonly person: string | null;
    readonly hub: { readonly id: string; readonly handle: string | null } | null;
  };
}

export interface MembershipHome {
  readonly bank: string;
  readonly suspendedSince: string | null;
  readonly member: Person & { readonly person: string | null; readonly since: string | null };
  readonly account: AccountHome | null;
}

export interface HomeAnswer {
  readonly hubDoor: HubDoor | null;
  readonly viewer: {
    readonly id: string;
    readonly banks: readonly Bank[];
    readonly memberships: readonly MembershipPlace[];
    /** In the bank of this page's hub. */
    readonly membershipAt: MembershipHome | null;
  };
}

export interface MonthAnswer {
  readonly viewer: { readonly account: { readonly month: Month | null } | null };
}
export interface Month {
  readonly month: string;
  readonly givenMinutes: number;
  readonly receivedMinutes: number;
  readonly closingMinutes: number;
  readonly earlier: string | null;
  readonly lines: readonly Line[];
}

export interface PeriodAnswer {
  readonly viewer: { readonly account: { readonly period: { readonly lines: number } | null } | null };
}

export type Act = 'LOGGED' | 'ANSWERED' | 'CONFIRMED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED' | 'SHEET' | 'IMPORTED';
export interface ExchangeRecord {
  readonly act: Act;
  readonly at: string;
  readonly minutes: number;
  readonly byYou: boolean;
  readonly byName: string | null;
  readonly words: string | null;
  readonly sheet: string | null;
  readonly actedFor: { readonly displayName: string | null } | null;
}
type Reached<Side> = Side & { readonly hasEmail: boolean };
export type ExchangeDetail = Exchange & {
  readonly provider: Reached<Party>;
  readonly receiver: Reached<Party>;
  readonly records: readonly ExchangeRecord[];
};
export interface ExchangeAnswer {
  readonly viewer: { readonly exchange: ExchangeDetail | null };
}

export interface SearchAnswer {
  readonly viewer: { readonly members: Edges<Person> };
}

export interface ProfileAnswer {
  readonly viewer: {
    readonly email: string | null;
    readonly mails: readonly MailChoice[];
    readonly account: Profile | null;
  };
}
export interface MailChoice {
  readonly kind: 'REMINDER' | 'HOURS_MOVED';
  readonly wanted: boolean;
}
export interface LimitChange {
  readonly setAt: string;
  readonly byName: string | null;
  readonly reason: string | null;
}
export interface Profile {
  readonly reservedMinutes: number;
  readonly floor: Limit;
  readonly ceiling: Limit;
  readonly limitChanges: readonly LimitChange[];
  readonly mandates: readonly Mandate[];
  readonly acts: Edges<{ readonly kind: ActKind; readonly byName: string | null; readonly recordedAt: string }>;
  readonly readings: Edges<{ readonly kind: ReadingKind; readonly byName: string | null; readonly minute: string }>;
}
export type ActKind =
  | 'EXCHANGE_ANSWERED'
  | 'EXCHANGE_DECLINED'
  | 'EXCHANGE_LOGGED'
  | 'EXCHANGE_POSTED'
  | 'EXCHANGE_WITHDRAWN'
  | 'LIMITS_SET'
  | 'MANDATE_ENDED'
  | 'MANDATE_GIVEN'
  | 'MEMBER_ADMITTED'
  | 'MEMBER_ERASED'
  | 'MEMBER_READMITTED'
  | 'MEMBER_SUSPENDED'
  | 'ROLE_GRANTED'
  | 'ROLE_REVOKED';
export type ReadingKind = 'ACCOUNT' | 'CODE_PRINTED' | 'CONTACT_CHANGED' | 'EXCHANGES' | 'STATEMENT';
export interface Mandate {
  readonly id: string;
  readonly personName: string | null;
  readonly until: string | null;
  readonly version: number;
}

export interface UserError {
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
}
export interface Payload {
  readonly position: string | null;
  readonly userErrors: readonly UserError[];
}
export interface EmailPayload extends Payload {
  /** To be handed back with the code that was sent to a new address. */
  readonly challenge?: string | null;
  readonly lifeSeconds?: number | null;
}
export interface ErasurePayload extends Payload {
  readonly certificate: { readonly html: string } | null;
}
export interface ExchangePayload extends Payload {
  readonly exchange: { readonly id: string; readonly state: ExchangeState; readonly expiresAt: string | null } | null;
  readonly balancesAfter: readonly { readonly account: string; readonly balanceAfterMinutes: number }[];
}
