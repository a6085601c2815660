import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CODEC, EVENT_STORE, StreamWriters } from '#event-store';
import { NETWORKS, streamOf, type Codec, type EventStore, type Networks, type PersonId } from '#kernel';
import { journal } from '#ledger';
import { person } from '../../domain/person/person.decider.js';
import type { Asking } from '../../domain/person/person.events.js';
import { askedAfterADay } from '../../domain/person/person.needs.js';
import { ErasureSteps, decided } from '../erase-membership/erasure-steps.js';
import { EraseUnneededCommand } from './erase-unneeded.command.js';

@CommandHandler(EraseUnneededCommand)
export class EraseUnneededHandler implements ICommandHandler<EraseUnneededCommand> {
  constructor(
    private readonly writers: StreamWriters,
    private readonly steps: ErasureSteps,
    @Inject(NETWORKS) private readonly networks: Networks,
    @Inject(CODEC) private readonly codec: Codec,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ person: id, correlation }: EraseUnneededCommand): Promise<boolean> {
    const asking = await this.writers.consult(person, streamOf('person', id), askedAfterADay);
    if (!asking || (await this.isKnownTo(asking, id))) return false;
    if (await this.steps.isNeeded(id, await this.store.head())) return false;
    const key = this.codec.canonical(['never-needed', id]);
    const verdict = await this.steps.erasePerson(id, 'never-needed', { key, correlation });
    if (!verdict.accepted) return false;
    await this.steps.carryOut([decided(verdict)]);
    return true;
  }

  /** By the queue of whoever asked, not by a view: nothing that was decided there is missed. */
  private isKnownTo(asking: Asking, id: PersonId): Promise<boolean> {
    if ('network' in asking) return this.networks.isAdministrator(asking.network, id);
    return this.writers.consult(
      journal,
      streamOf('journal', asking.bank),
      ({ accountsOf, grantsOf }) => accountsOf.has(id) || grantsOf.has(id),
    );
  }
}
