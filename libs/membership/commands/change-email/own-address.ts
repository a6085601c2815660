import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker, Refusal } from '#kernel';
import { PersonRightsQuery } from '#ledger';
import { ConsoleOnly } from '../../domain/person/person.errors.js';

/** Who may change their own address, in which session. */
@Injectable()
export class OwnAddress {
  constructor(private readonly queries: QueryBus) {}

  /**
   * No session with own rights alone changes the address of somebody who holds a role: not one either that a code on
   * paper opened.
   */
  async refusalFor({ person, powers }: Asker): Promise<Refusal | undefined> {
    if (powers !== 'own') return undefined;
    const { holdsRole } = await this.queries.execute(new PersonRightsQuery(person));
    return holdsRole ? new ConsoleOnly() : undefined;
  }
}
