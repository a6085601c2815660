import { NothingToChange, type Decidable } from '#kernel';
import type { IssuePrivacyNotice, SetRetention } from './network.commands.js';
import {
  NoticeWordsInvalid,
  PrivacyNoticeInvalid,
  PrivacyNoticeTaken,
  RetentionOutOfBounds,
} from './network.errors.js';
import type { PrivacyNoticeIssued, PublicText, Retention, RetentionSet } from './network.events.js';
import type { ReadonlyNetwork } from './network.state.js';
import { isNoticeVersion } from './network.words.js';

const titleLengthMax = 120;
const textLengthMax = 20_000;
const monthsMin = 6;
const monthsMax = 120;
const daysMin = 30;
const daysMax = 3_650;

/** What holds where a network has set nothing. */
export const usualRetention: Retention = { monthsAfterLastActivity: 24, readLogDays: 365 };

/** @throws PrivacyNoticeInvalid, PrivacyNoticeTaken, NoticeWordsInvalid — in this order */
export function issuePrivacyNotice(
  command: Decidable<IssuePrivacyNotice>,
  network: ReadonlyNetwork,
): PrivacyNoticeIssued {
  const { privacyNotice, ...words } = command.input;
  if (!isNoticeVersion(privacyNotice)) throw new PrivacyNoticeInvalid();
  if (network.notices.get(privacyNotice)?.hasWords) throw new PrivacyNoticeTaken();
  if (!isWritten(words.title, titleLengthMax)) throw new NoticeWordsInvalid('title');
  if (!isWritten(words.text, textLengthMax)) throw new NoticeWordsInvalid('text');
  return { type: 'PrivacyNoticeIssued', data: { privacyNotice, words } };
}

/** @throws RetentionOutOfBounds, NothingToChange — in this order */
export function setRetention(command: Decidable<SetRetention>, network: ReadonlyNetwork): RetentionSet {
  const { monthsAfterLastActivity, readLogDays } = command.input;
  if (!isBetween(monthsMin, monthsAfterLastActivity, monthsMax)) {
    throw new RetentionOutOfBounds('monthsAfterLastActivity');
  }
  if (!isBetween(daysMin, readLogDays, daysMax)) throw new RetentionOutOfBounds('readLogDays');
  const known = network.retention;
  if (known?.monthsAfterLastActivity === monthsAfterLastActivity && known.readLogDays === readLogDays) {
    throw new NothingToChange();
  }
  return { type: 'RetentionSet', data: { monthsAfterLastActivity, readLogDays } };
}

function isBetween(min: number, value: number, max: number): boolean {
  return Number.isInteger(value) && min <= value && value <= max;
}

function isWritten({ it, en }: PublicText, lengthMax: number): boolean {
  return [it, ...(en === undefined ? [] : [en])].every((words) => {
    return words.trim() !== '' && Array.from(words).length <= lengthMax;
  });
}
