import type { AccountId, HubId, LocalDate, Minutes } from '#kernel';

/** Hard or soft alike: an import only warns. Absent where there is none. */
export interface LimitMinutes {
  readonly floorMinutes?: Minutes;
  readonly ceilingMinutes?: Minutes;
}

/** What an import has to know of the bank it is meant for, as it stands when the file is read. */
export interface BankFacts {
  readonly today: LocalDate;
  readonly stepMinutes: number;
  readonly exchangeMinutesMax: Minutes;
  readonly categories: readonly string[];
  /** Those of whoever has none of their own. */
  readonly limits: LimitMinutes;
  readonly hubs: readonly HubFacts[];
  readonly members: readonly MemberFacts[];
}

export interface HubFacts {
  readonly hub: HubId;
  readonly handle: string;
  readonly name: string;
}

export interface MemberFacts {
  readonly account: AccountId;
  readonly number: number;
  readonly name: string;
  readonly since: LocalDate;
  /** `until` is the first day in standing again. */
  readonly suspensions: readonly { readonly from: LocalDate; readonly until?: LocalDate }[];
  readonly balanceMinutes: Minutes;
  /** Their own, or the bank's. */
  readonly limits: LimitMinutes;
}
