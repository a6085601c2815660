import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EVENT_STORE, StreamWriters, VAULT } from '#event-store';
import { ownerOf, type EventStore, type Vault, type Verdict } from '#kernel';
import { network } from '../../domain/network/network.decider.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { unknownPerson } from '../known-persons.js';
import { OpenNetworkCommand } from './open-network.command.js';

@CommandHandler(OpenNetworkCommand)
export class OpenNetworkHandler implements ICommandHandler<OpenNetworkCommand> {
  constructor(
    private readonly writers: StreamWriters,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async execute({ submission }: OpenNetworkCommand): Promise<Verdict<NetworkEvent>> {
    const refusal = await unknownPerson(this.store, submission.command.input.administrators);
    if (refusal) return { accepted: false, refusal };
    await this.vault.ensureKeys([{ kind: 'network', id: ownerOf(submission.stream) }]);
    return this.writers.submit(network, submission);
  }
}
