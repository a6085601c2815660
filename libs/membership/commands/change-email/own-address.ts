import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { EVENT_STORE } from '#event-store';
import type { Asker, EventStore, Refusal } from '#kernel';
import { PersonRightsQuery } from '#ledger';
import { ConsoleOnly } from '../../domain/person/person.errors.js';

/** Who may change their own address, in which session. */
@Injectable()
export class OwnAddress {
  constructor(
    private readonly queries: QueryBus,
    @Inject(EVENT_STORE) private readonly store: Pick<EventStore, 'head'>,
  ) {}

  /**
   * No session with own rights alone changes the address of somebody who holds a role: not one either that a code on
   * paper opened.
   */
  async refusalFor({ person, powers }: Asker): Promise<Refusal | undefined> {
    if (powers !== 'own') return undefined;
    const { holdsRole } = await this.queries.execute(new PersonRightsQuery(person, await this.store.head()));
    return holdsRole ? new ConsoleOnly() : undefined;
  }
}
