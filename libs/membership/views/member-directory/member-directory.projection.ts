import { ownerOf, type BankId } from '#kernel';
import type { MemberAdmitted, MemberErased } from '#ledger';
import { amend, projection, put } from '#read-model';
import type { PersonEvent } from '../../domain/person/person.events.js';
import { directoryFunctions } from './member-directory.serving.js';
import { memberDirectory, personName } from './member-directory.table.js';
import { searchText } from './search-text.js';

/** Persons and journals come in any order: each has its table, and whoever reads puts them together. */
export const memberDirectoryView = projection<MemberAdmitted | MemberErased | PersonEvent>({
  name: 'member_directory',
  shape: 4,
  categories: ['journal', 'person'],
  tables: [memberDirectory, personName],
  texts: ({ event, stream }) => {
    switch (event.type) {
      case 'PersonRegistered':
      case 'PersonRenamed': {
        const { name, person } = event.data;
        return [{ name: 'name', sealed: name, place: { stream, entity: person, field: 'name' } }];
      }
      default:
        return [];
    }
  },
  rows: ({ event, stream }, texts) => {
    switch (event.type) {
      case 'PersonRegistered':
      case 'PersonRenamed': {
        const displayName = texts['name'];
        const found = displayName === undefined ? undefined : searchText(displayName);
        return [put(personName, { personId: event.data.person, displayName, searchText: found })];
      }
      case 'MemberAdmitted': {
        const { account, person, number, hub, since } = event.data;
        const bankId = ownerOf<BankId>(stream);
        return [put(memberDirectory, { bankId, accountId: account, personId: person, number, hubId: hub, since })];
      }
      case 'MemberErased':
        return [amend(memberDirectory, { accountId: event.data.account, personId: undefined })];
      case 'PersonErased':
        return [amend(personName, { personId: event.data.person, displayName: undefined, searchText: undefined })];
      default:
        return [];
    }
  },
  serving: (tableOf) => directoryFunctions(tableOf(memberDirectory), tableOf(personName)),
});
