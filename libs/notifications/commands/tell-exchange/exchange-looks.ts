import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { HubQuery, NetworkQuery } from '#hubs';
import { NotFound, type AccountId, type Asker, type BankId, type ExchangeId, type HubId, type PersonId } from '#kernel';
import { BalanceQuery, BankQuery, ExchangeQuery, type BankRow, type ExchangeRow } from '#ledger';
import { MemberNamesQuery } from '#membership';
import type { Desk } from './desk-facts.js';

/** An exchange, one side of it, and who looks: its member, or who acts for the member. */
export interface ExchangePlace {
  readonly bank: BankId;
  readonly exchange: ExchangeId;
  readonly account: AccountId;
  readonly person: PersonId;
}

/** All that a mail or its page says of an exchange, as it is now. Nobody's free words are in it. */
export interface ExchangeSeen {
  readonly row: ExchangeRow;
  readonly bank: BankRow;
  readonly hub: Desk;
  /** As its page is called: `opcafe.rho`. */
  readonly hubCalled: string;
  readonly side: 'provider' | 'receiver';
  /** Given and travelled. */
  readonly movedMinutes: number;
  /** Absent once erased. */
  readonly otherName?: string;
  readonly balanceMinutes: number;
  /** Once it is confirmed as it stands. */
  readonly afterMinutes: number;
}

/** Looks at an exchange with the rights of one person and nothing more. */
@Injectable()
export class ExchangeLooks {
  constructor(private readonly queries: QueryBus) {}

  /** undefined for who has nothing to do with it any more. @throws NotYetVisible, StoreUnavailable */
  async at(place: ExchangePlace): Promise<ExchangeSeen | undefined> {
    try {
      return await this.seen(place, { person: place.person, powers: 'own' });
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  /** undefined for a hub that is not known here yet. @throws NotYetVisible, StoreUnavailable */
  desk(hub: HubId, person: PersonId): Promise<Desk | undefined> {
    return this.queries.execute(new HubQuery({ person, powers: 'own' }, { hub }));
  }

  private async seen({ bank: bankId, exchange, account }: ExchangePlace, asker: Asker): Promise<ExchangeSeen> {
    const row = await this.queries.execute(new ExchangeQuery(asker, exchange));
    const other = row.providerId === account ? row.receiverId : row.providerId;
    const [bank, balance, names, hub] = await Promise.all([
      this.queries.execute(new BankQuery(asker, bankId)),
      this.queries.execute(new BalanceQuery(asker, account)),
      this.queries.execute(new MemberNamesQuery(asker, [other])),
      this.queries.execute(new HubQuery(asker, { hub: row.hubId })),
    ]);
    if (!hub) throw new NotFound();
    const network = await this.queries.execute(new NetworkQuery(asker, { network: hub.networkId }));
    const movedMinutes = row.minutes + (row.travelMinutes ?? 0);
    const side = row.providerId === account ? 'provider' : 'receiver';
    const otherName = names.get(other)?.displayName;
    const { balanceMinutes } = balance;
    return {
      row,
      bank,
      hub,
      hubCalled: network ? `${network.handle}.${hub.handle}` : hub.handle,
      side,
      movedMinutes,
      ...(otherName === undefined ? {} : { otherName }),
      balanceMinutes,
      afterMinutes: balanceMinutes + (side === 'provider' ? movedMinutes : -movedMinutes),
    };
  }
}
