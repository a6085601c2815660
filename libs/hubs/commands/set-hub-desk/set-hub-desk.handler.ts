import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { network } from '../../domain/network/network.decider.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { SetHubDeskCommand } from './set-hub-desk.command.js';

@CommandHandler(SetHubDeskCommand)
export class SetHubDeskHandler implements ICommandHandler<SetHubDeskCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: SetHubDeskCommand): Promise<Verdict<NetworkEvent>> {
    return this.writers.submit(network, submission);
  }
}
