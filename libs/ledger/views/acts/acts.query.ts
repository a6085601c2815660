import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker, BankId, Instant, PersonId } from '#kernel';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import type { Page, PageOf } from '../page.js';

/** What was done: the record's own type. */
export type Act = JournalEvent['type'];

export interface ActRow {
  readonly bankId: BankId;
  /** An account, or a person whose role it is about. */
  readonly subjectId: string;
  readonly revision: number;
  readonly act: Act;
  readonly actorId: PersonId;
  readonly recordedAt: Instant;
}

/** What was done by a role about one account and its member, or, for auditors, in a whole bank. The last first. @throws NotFound */
export class ActsQuery extends Query<Page<ActRow>> {
  constructor(
    readonly reader: Asker,
    readonly of: { readonly bank: BankId; readonly account?: AccountId },
    readonly page: PageOf<number>,
  ) {
    super();
  }
}
