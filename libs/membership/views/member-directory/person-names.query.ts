import { Query } from '@nestjs/cqrs';
import type { Asker, PersonId } from '#kernel';

/** What these persons are called, as far as the reader may know it. */
export class PersonNamesQuery extends Query<ReadonlyMap<PersonId, string>> {
  constructor(
    readonly reader: Asker,
    readonly persons: readonly PersonId[],
  ) {
    super();
  }
}
