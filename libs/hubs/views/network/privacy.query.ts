import { Query } from '@nestjs/cqrs';
import type { Asker, LocalDate, NetworkId, Position } from '#kernel';
import type { PublicText, Retention } from '../../domain/network/network.events.js';

export interface PrivacyNoticeRow {
  readonly networkId: NetworkId;
  readonly privacyNotice: string;
  readonly fromDay: LocalDate;
  readonly title: PublicText;
  readonly words: PublicText;
}

export type PublicNotice = Pick<PrivacyNoticeRow, 'fromDay' | 'title' | 'words'>;

/** An edition with its words, or the latest that has words; undefined where there is none. */
export class PrivacyNoticeQuery extends Query<PrivacyNoticeRow | undefined> {
  constructor(
    readonly reader: Asker,
    readonly network: NetworkId,
    readonly privacyNotice?: string,
    readonly minPosition?: Position,
  ) {
    super();
  }
}

/** The latest that has words, for whoever reads it at the door; undefined where there is none. */
export class PublicNoticeQuery extends Query<PublicNotice | undefined> {
  constructor(readonly network: NetworkId) {
    super();
  }
}

/** What holds in the network; undefined where it has set nothing. */
export class RetentionQuery extends Query<Retention | undefined> {
  constructor(
    readonly reader: Asker,
    readonly network: NetworkId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
