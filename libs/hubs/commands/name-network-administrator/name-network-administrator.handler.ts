import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EVENT_STORE, StreamWriters } from '#event-store';
import type { EventStore, Verdict } from '#kernel';
import { network } from '../../domain/network/network.decider.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { unknownPerson } from '../known-persons.js';
import { NameNetworkAdministratorCommand } from './name-network-administrator.command.js';

@CommandHandler(NameNetworkAdministratorCommand)
export class NameNetworkAdministratorHandler implements ICommandHandler<NameNetworkAdministratorCommand> {
  constructor(
    private readonly writers: StreamWriters,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ submission }: NameNetworkAdministratorCommand): Promise<Verdict<NetworkEvent>> {
    const refusal = await unknownPerson(this.store, [submission.command.input.person]);
    return refusal ? { accepted: false, refusal } : this.writers.submit(network, submission);
  }
}
