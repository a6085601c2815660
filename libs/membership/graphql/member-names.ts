import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import DataLoader from 'dataloader';
import type { AccountId, PersonId, Powers } from '#kernel';
import { PerRequest, readIdInBank, type RequestContext } from '#api';
import { MemberNamesQuery, type DirectoryMember } from '../views/member-directory/member-directory.query.js';

type Names = DataLoader<AccountId, DirectoryMember | undefined>;

/** All members that one request names, read at once. */
@Injectable()
export class MemberNames {
  private readonly loaders = new PerRequest<Names>(({ person, powers }) => this.loaderFor(person, powers));

  constructor(private readonly queries: QueryBus) {}

  async of(opaqueAccount: string, request: RequestContext): Promise<DirectoryMember | undefined> {
    const account = readIdInBank<AccountId>('account', opaqueAccount);
    const member = account && (await this.loaders.of(request).load(account.id));
    return member?.bankId === account?.bank ? member : undefined;
  }

  private loaderFor(person: PersonId | undefined, powers: Powers): Names {
    return new DataLoader(async (accounts) => {
      if (person === undefined) return accounts.map(() => undefined);
      const members = await this.queries.execute(new MemberNamesQuery({ person, powers }, accounts));
      return accounts.map((account) => members.get(account));
    });
  }
}
