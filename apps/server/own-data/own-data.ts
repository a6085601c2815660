import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Sessions } from '#identity';
import { CONTACTS, type Asker, type Contacts, type PersonId } from '#kernel';
import { MyBanksQuery, MyMembershipsQuery } from '#ledger';
import { actsSection, exchangesSection, readingsSection, statementSection } from './account-sections.js';
import type { Owner } from './owner.js';
import {
  mandatesSection,
  membershipsSection,
  noticesSection,
  profileSection,
  rolesSection,
  sessionsSection,
} from './person-sections.js';
import type { Section } from './section.js';

/** All that is held about a person, as that person may see it: other people by the names that members see. */
@Injectable()
export class OwnData {
  constructor(
    readonly queries: QueryBus,
    readonly sessions: Sessions,
    @Inject(CONTACTS) readonly contacts: Contacts,
  ) {}

  /** By the person's own rights alone: what a role lets somebody see is not about them. */
  async sectionsOf(person: PersonId): Promise<readonly Section[]> {
    const { queries } = this;
    const owner = await this.ownerOf({ person, powers: 'own' });
    return [
      profileSection(this, owner),
      membershipsSection(owner),
      statementSection(queries, owner),
      exchangesSection(queries, owner),
      rolesSection(this, owner),
      mandatesSection(this, owner),
      noticesSection(this, owner),
      sessionsSection(this, owner),
      actsSection(queries, owner),
      readingsSection(queries, owner),
    ];
  }

  private async ownerOf(asker: Asker): Promise<Owner> {
    const all = await this.queries.execute(new MyMembershipsQuery(asker));
    const banks = await this.queries.execute(new MyBanksQuery({ ...asker, powers: 'all' }));
    const memberships = all.filter(({ personId }) => personId === asker.person);
    return { asker, memberships, banks: new Map(banks.map((bank) => [bank.bankId, bank])) };
  }
}
