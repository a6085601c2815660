import { Query } from '@nestjs/cqrs';
import type {
  AccountId,
  BankId,
  EntryNumber,
  ExchangeId,
  HubId,
  Instant,
  LocalDate,
  Minutes,
  PersonId,
  Position,
  Asker,
} from '#kernel';
import type { Consent, Side } from '../../domain/journal/exchange.events.js';
import type { Page, PageOf } from '../page.js';

export type ExchangeState = 'logged' | 'posted' | 'declined' | 'withdrawn' | 'expired';

export interface ExchangeRow {
  readonly exchangeId: ExchangeId;
  readonly bankId: BankId;
  /** Of its last record: hand it back as the expected version. */
  readonly revision: number;
  readonly state: ExchangeState;
  readonly providerId: AccountId;
  readonly receiverId: AccountId;
  readonly minutes: Minutes;
  readonly travelMinutes?: Minutes;
  readonly serviceDate: LocalDate;
  readonly hubId: HubId;
  readonly desk?: string;
  readonly strand?: string;
  readonly category?: string;
  readonly offer?: string;
  readonly request?: string;
  readonly loggedBy: PersonId;
  readonly onBehalfOf?: AccountId;
  readonly note?: string;
  readonly turn?: Side;
  readonly expiresAt?: Instant;
  readonly entryNumber?: EntryNumber;
  readonly consent?: Consent;
  readonly words?: string;
  readonly changedAt: Instant;
}

export interface ExchangeFilter {
  readonly bank: BankId;
  /** Of this account only; else all that the reader may see in the bank. */
  readonly account?: AccountId;
  readonly states?: readonly ExchangeState[];
  /** Only those that wait for this account's answer. Needs `account`. */
  readonly awaited?: boolean;
}

/** The last changed first, by revision. @throws NotFound, NotYetVisible */
export class ExchangesQuery extends Query<Page<ExchangeRow>> {
  constructor(
    readonly reader: Asker,
    readonly filter: ExchangeFilter,
    readonly page: PageOf<number>,
    readonly minPosition?: Position,
  ) {
    super();
  }
}

/** @throws NotFound, NotYetVisible */
export class ExchangeQuery extends Query<ExchangeRow> {
  constructor(
    readonly reader: Asker,
    readonly exchange: ExchangeId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
