import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { network } from '../../domain/network/network.decider.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { AddHubCommand } from './add-hub.command.js';

@CommandHandler(AddHubCommand)
export class AddHubHandler implements ICommandHandler<AddHubCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: AddHubCommand): Promise<Verdict<NetworkEvent>> {
    return this.writers.submit(network, submission);
  }
}
