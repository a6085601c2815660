import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { EVENT_STORE } from '#event-store';
import { inPerson, type AddressWish, type EventStore, type PersonId } from '#kernel';
import { MyBanksQuery, MyMembershipsQuery } from '#ledger';

const none: AddressWish['bank'] = { name: 'Reciproca', timeZone: 'Europe/Rome' };

/** The bank in whose name a person is written to about what is the person's own: the first membership's, or any. */
@Injectable()
export class OwnBank {
  constructor(
    private readonly queries: QueryBus,
    @Inject(EVENT_STORE) private readonly store: Pick<EventStore, 'head'>,
  ) {}

  async of(person: PersonId): Promise<AddressWish['bank']> {
    const asker = inPerson(person);
    const head = await this.store.head();
    const [banks, memberships] = await Promise.all([
      this.queries.execute(new MyBanksQuery(asker, head)),
      this.queries.execute(new MyMembershipsQuery(asker, head)),
    ]);
    const membership = memberships.find(({ personId }) => personId === person);
    const bank = banks.find(({ bankId }) => bankId === membership?.bankId) ?? banks[0];
    if (!bank) return none;
    const { name, rules } = bank;
    return { name, timeZone: rules.timeZone, ...(membership && { hub: membership.hubId }) };
  }
}
