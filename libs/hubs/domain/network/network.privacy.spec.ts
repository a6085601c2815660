import { NotFound, NothingToChange, type PersonId } from '#kernel';
import { idOf } from '#testing';
import {
  NoticeWordsInvalid,
  PrivacyNoticeInvalid,
  PrivacyNoticeTaken,
  RetentionOutOfBounds,
} from './network.errors.js';
import type { NetworkEvent, NoticeWords, Retention } from './network.events.js';
import { asked, given, notice, opened, words } from './testing/past.js';

const issue = (privacyNotice = '2026-2', changed: Partial<NoticeWords> = {}) =>
  asked({ name: 'IssuePrivacyNotice', input: notice(privacyNotice, changed) });
const issued = (privacyNotice = '2026-2', changed: Partial<NoticeWords> = {}): NetworkEvent => ({
  type: 'PrivacyNoticeIssued',
  data: { privacyNotice, words: { ...words, ...changed } },
});

describe('a privacy notice', () => {
  test('gets its words, the one that the network opened with too', () => {
    given(opened).when(issue()).then(issued());
    given(opened).when(issue('2026-1')).then(issued('2026-1'));
    given(opened, { type: 'PrivacyNoticeIssued', data: { privacyNotice: '2026-2' } })
      .when(issue())
      .then(issued());
  });

  test('whose words are known gets no others, also once a later one holds', () => {
    given(opened, issued()).when(issue()).refuses(PrivacyNoticeTaken);
    given(opened, issued(), issued('2026-3')).when(issue()).refuses(PrivacyNoticeTaken);
  });

  test('has a number', () => {
    given(opened).when(issue('nuova')).refuses(PrivacyNoticeInvalid);
  });

  test.each([
    { title: { it: 'a'.repeat(120) } },
    { title: { it: '🌻'.repeat(120), en: 'n' } },
    { text: { it: 'a'.repeat(20_000) } },
  ])('in words that are not too long %#', (changed) => {
    given(opened).when(issue('2026-2', changed)).then(issued('2026-2', changed));
  });

  test.each([
    { title: { it: ' ' } },
    { title: { it: 'a'.repeat(121) } },
    { title: { it: 'a', en: '' } },
    { text: { it: '' } },
    { text: { it: 'a', en: 'a'.repeat(20_001) } },
  ])('not in others %#', (changed) => {
    given(opened).when(issue('2026-2', changed)).refuses(NoticeWordsInvalid);
  });
});

describe('how long things are kept', () => {
  const retain = (changed: Partial<Retention> = {}) =>
    asked({ name: 'SetRetention', input: { monthsAfterLastActivity: 24, readLogDays: 365, ...changed } });
  const set: NetworkEvent = { type: 'RetentionSet', data: { monthsAfterLastActivity: 24, readLogDays: 365 } };

  test('an administrator says it, once', () => {
    given(opened).when(retain()).then(set);
    given(opened, set).when(retain()).refuses(NothingToChange);
    given(opened, set)
      .when(retain({ readLogDays: 30 }))
      .verdict('RetentionSet');
  });

  test('nobody else does', () => {
    given(opened)
      .when({ ...retain(), actor: { person: idOf<PersonId>('Bruna') } })
      .refuses(NotFound);
  });

  test.each([
    [{ monthsAfterLastActivity: 6 }, 'RetentionSet'],
    [{ monthsAfterLastActivity: 5 }, 'RETENTION_OUT_OF_BOUNDS'],
    [{ monthsAfterLastActivity: 120 }, 'RetentionSet'],
    [{ monthsAfterLastActivity: 121 }, 'RETENTION_OUT_OF_BOUNDS'],
    [{ monthsAfterLastActivity: 6.5 }, 'RETENTION_OUT_OF_BOUNDS'],
    [{ readLogDays: 30 }, 'RetentionSet'],
    [{ readLogDays: 29 }, 'RETENTION_OUT_OF_BOUNDS'],
    [{ readLogDays: 3_650 }, 'RetentionSet'],
    [{ readLogDays: 3_651 }, 'RETENTION_OUT_OF_BOUNDS'],
  ])('within bounds: %j', (changed, verdict) => {
    given(opened).when(retain(changed)).verdict(verdict);
  });

  test('what is out of bounds is named', () => {
    given(opened)
      .when(retain({ readLogDays: 1 }))
      .refuses(RetentionOutOfBounds, { field: 'readLogDays' });
  });
});
