import { Query } from '@nestjs/cqrs';
import type { Asker, Instant, NetworkId, Position } from '#kernel';

export interface PrivacyRecordRow {
  readonly revision: number;
  readonly networkId: NetworkId;
  /** The edition of a notice, or the purpose of a consent. */
  readonly subject: string;
  readonly kind: 'acknowledged' | 'given' | 'withdrawn';
  readonly how: 'screen' | 'paper';
  readonly document: string | null;
  readonly saidAt: Instant;
}

/** All that the reader ever said about notices and consents, the oldest first. */
export class MyPrivacyQuery extends Query<readonly PrivacyRecordRow[]> {
  constructor(
    readonly reader: Asker,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
