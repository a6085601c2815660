import { amend, projection, put, type View } from '#read-model';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { contactFunction } from './person-contact.serving.js';
import { personContact } from './person-contact.table.js';

/** @param digestOf what stands for an address in the table */
export function personContactView(digestOf: (address: string) => string): View {
  return projection<PersonEvent>({
    name: 'person_contact',
    shape: 3,
    categories: ['person'],
    tables: [personContact],
    texts: ({ event, stream }) => {
      switch (event.type) {
        case 'PersonRegistered':
        case 'EmailChanged': {
          const { person, email } = event.data;
          return email ? [{ name: 'email', sealed: email, place: { stream, entity: person, field: 'email' } }] : [];
        }
        default:
          return [];
      }
    },
    rows: ({ event, recordedAt: since }, { email }) => {
      const digest = email === undefined ? undefined : digestOf(email);
      switch (event.type) {
        case 'PersonRegistered': {
          const { person: personId, language } = event.data;
          return [put(personContact, { personId, digest, since, language })];
        }
        case 'EmailChanged':
          return [amend(personContact, { personId: event.data.person, digest, since })];
        case 'PersonErased':
          return [amend(personContact, { personId: event.data.person, digest: undefined })];
        default:
          return [];
      }
    },
    serving: (tableOf) => contactFunction(tableOf(personContact)),
  });
}
