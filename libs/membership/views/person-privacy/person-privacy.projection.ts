import { projection, put, scrub, type Change } from '#read-model';
import type { Recorded } from '#kernel';
import type {
  ConsentGiven,
  ConsentWithdrawn,
  NoticeAcknowledged,
  PersonEvent,
} from '../../domain/person/person.events.js';
import { privacyRecords } from './person-privacy.table.js';

export const personPrivacyView = projection<PersonEvent>({
  name: 'privacy_record',
  shape: 1,
  categories: ['person'],
  tables: [privacyRecords],
  rows: (record) => {
    const { event } = record;
    switch (event.type) {
      case 'NoticeAcknowledged':
        return [said(record, event, event.data.privacyNotice, 'acknowledged')];
      case 'ConsentGiven':
        return [said(record, event, event.data.purpose, 'given')];
      case 'ConsentWithdrawn':
        return [said(record, event, event.data.purpose, 'withdrawn')];
      case 'PersonErased':
        return [scrub(privacyRecords, 'personId', event.data.person, ['document'])];
      default:
        return [];
    }
  },
});

function said(
  { revision, recordedAt: saidAt }: Recorded,
  { data: { person: personId, network: networkId, how } }: NoticeAcknowledged | ConsentGiven | ConsentWithdrawn,
  subject: string,
  kind: 'acknowledged' | 'given' | 'withdrawn',
): Change {
  const paper = how.kind === 'paper' ? { document: how.document } : {};
  return put(privacyRecords, { personId, revision, networkId, subject, kind, how: how.kind, saidAt, ...paper });
}
