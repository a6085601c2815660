import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { inPerson, type HubId, type PersonId } from '#kernel';
import { MyBanksQuery, MyMembershipsQuery } from '#ledger';
import type { BankOfMail } from './code-mails.process.js';

const none: BankOfMail = { name: 'Reciproca', timeZone: 'Europe/Rome' };

/** The bank in whose name a person is written to. */
@Injectable()
export class BankOfPerson {
  constructor(private readonly queries: QueryBus) {}

  /** The bank that the person is a member of at the hub; or else the first of the person's. */
  async at(person: PersonId, hub: HubId | undefined): Promise<BankOfMail> {
    const asker = inPerson(person);
    const [banks, memberships] = await Promise.all([
      this.queries.execute(new MyBanksQuery(asker)),
      this.queries.execute(new MyMembershipsQuery(asker)),
    ]);
    const own = memberships.filter(({ personId }) => personId === person);
    const membership = own.find(({ hubId }) => hubId === hub) ?? own[0];
    const bank = banks.find(({ bankId }) => bankId === membership?.bankId) ?? banks[0];
    const desk = membership?.hubId ?? hub;
    return {
      ...(bank ? { name: bank.name, timeZone: bank.rules.timeZone } : none),
      ...(desk !== undefined && { hub: desk }),
    };
  }
}
