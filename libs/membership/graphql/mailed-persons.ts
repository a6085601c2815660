import { Inject, Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { CONTACTS, type Contacts, type PersonId } from '#kernel';
import { PerRequest, type RequestContext } from '#api';

/** Which of all persons that one request asks about have an address, read at once. */
@Injectable()
export class MailedPersons {
  private readonly loaders = new PerRequest(() => this.loader());

  constructor(@Inject(CONTACTS) private readonly contacts: Contacts) {}

  has(person: PersonId, request: RequestContext): Promise<boolean> {
    return this.loaders.of(request).load(person);
  }

  private loader(): DataLoader<PersonId, boolean> {
    return new DataLoader(async (persons) => {
      const known = await this.contacts.languagesOf(persons);
      return persons.map((person) => known.has(person));
    });
  }
}
