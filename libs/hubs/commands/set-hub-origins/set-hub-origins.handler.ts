import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { network } from '../../domain/network/network.decider.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { SetHubOriginsCommand } from './set-hub-origins.command.js';

@CommandHandler(SetHubOriginsCommand)
export class SetHubOriginsHandler implements ICommandHandler<SetHubOriginsCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: SetHubOriginsCommand): Promise<Verdict<NetworkEvent>> {
    return this.writers.submit(network, submission);
  }
}
