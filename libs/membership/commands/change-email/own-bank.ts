import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { inPerson, type AddressWish, type PersonId } from '#kernel';
import { MyBanksQuery, MyMembershipsQuery } from '#ledger';

const none: AddressWish['bank'] = { name: 'Reciproca', timeZone: 'Europe/Rome' };

/** The bank in whose name a person is written to about what is the person's own: the first membership's, or any. */
@Injectable()
export class OwnBank {
  constructor(private readonly queries: QueryBus) {}

  async of(person: PersonId): Promise<AddressWish['bank']> {
    const asker = inPerson(person);
    const [banks, memberships] = await Promise.all([
      this.queries.execute(new MyBanksQuery(asker)),
      this.queries.execute(new MyMembershipsQuery(asker)),
    ]);
    const membership = memberships.find(({ personId }) => personId === person);
    const bank = banks.find(({ bankId }) => bankId === membership?.bankId) ?? banks[0];
    if (!bank) return none;
    const { name, rules } = bank;
    return { name, timeZone: rules.timeZone, ...(membership && { hub: membership.hubId }) };
  }
}
