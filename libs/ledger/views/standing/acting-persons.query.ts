import { Query } from '@nestjs/cqrs';
import type { AccountId, PersonId } from '#kernel';

/** Who may speak for an account today. */
export interface ActingPersons {
  /** Absent once the member is erased. */
  readonly member?: PersonId;
  /** By mandates in force. */
  readonly delegates: readonly PersonId[];
}

/** The persons behind these accounts, for the process that tells them: nobody's hours are read. */
export class ActingPersonsQuery extends Query<ReadonlyMap<AccountId, ActingPersons>> {
  constructor(readonly accounts: readonly AccountId[]) {
    super();
  }
}
