import { Query } from '@nestjs/cqrs';
import type { AccountId, Asker, BankId, Instant, PersonId, Position } from '#kernel';

export interface ErasureRow {
  readonly id: AccountId;
  readonly erasedAt: Instant;
  /** Absent where the system carried on what was decided before. */
  readonly erasedBy: PersonId | null;
  readonly ground: string;
  readonly document: string | null;
  readonly revision: number;
}

/** Erasures of a bank's members, the newest first, at most a hundred; none for who neither administers nor audits it. */
export class ErasuresQuery extends Query<readonly ErasureRow[]> {
  constructor(
    readonly reader: Asker,
    readonly bank: BankId,
    readonly minPosition?: Position,
  ) {
    super();
  }
}
