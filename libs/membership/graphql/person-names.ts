import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import DataLoader from 'dataloader';
import type { PersonId } from '#kernel';
import { PerRequest, readId, type RequestContext } from '#api';
import { PersonNamesQuery } from '../views/member-directory/person-names.query.js';

/** All persons that one request names, read at once. */
@Injectable()
export class PersonNames {
  private readonly loaders = new PerRequest((request: RequestContext) => this.loaderFor(request));

  constructor(private readonly queries: QueryBus) {}

  async of(opaquePerson: string | undefined, request: RequestContext): Promise<string | undefined> {
    const person = opaquePerson === undefined ? undefined : readId<PersonId>('person', opaquePerson);
    return person && this.loaders.of(request).load(person);
  }

  private loaderFor({ person, powers }: RequestContext): DataLoader<PersonId, string | undefined> {
    return new DataLoader(async (persons) => {
      if (person === undefined) return persons.map(() => undefined);
      const names = await this.queries.execute(new PersonNamesQuery({ person, powers }, persons));
      return persons.map((each) => names.get(each));
    });
  }
}
