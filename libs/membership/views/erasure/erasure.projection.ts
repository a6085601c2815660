import { ownerOf, type BankId } from '#kernel';
import type { MemberErased } from '#ledger';
import { projection, put } from '#read-model';
import type { PersonErased } from '../../domain/person/person.events.js';
import { erasureTable } from './erasure.table.js';

export const erasureView = projection<MemberErased | PersonErased>({
  name: 'erasure',
  shape: 1,
  categories: ['journal', 'person'],
  tables: [erasureTable],
  rows: ({ event, stream, revision, recordedAt: erasedAt, actor }) => {
    const by = 'person' in actor ? { erasedBy: actor.person } : {};
    switch (event.type) {
      case 'MemberErased': {
        const { account: id, person: personId, ground, document } = event.data;
        const bankId = ownerOf<BankId>(stream);
        return [
          put(erasureTable, { id, kind: 'membership', bankId, personId, erasedAt, ground, document, revision, ...by }),
        ];
      }
      case 'PersonErased': {
        const { person: id, ground } = event.data;
        return [put(erasureTable, { id, kind: 'person', personId: id, erasedAt, ground, revision, ...by })];
      }
      default:
        return [];
    }
  },
});
