import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { network } from '../../domain/network/network.decider.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { MoveHubCommand } from './move-hub.command.js';

@CommandHandler(MoveHubCommand)
export class MoveHubHandler implements ICommandHandler<MoveHubCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: MoveHubCommand): Promise<Verdict<NetworkEvent>> {
    return this.writers.submit(network, submission);
  }
}
