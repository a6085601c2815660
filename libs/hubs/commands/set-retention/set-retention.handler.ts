import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { network } from '../../domain/network/network.decider.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { SetRetentionCommand } from './set-retention.command.js';

@CommandHandler(SetRetentionCommand)
export class SetRetentionHandler implements ICommandHandler<SetRetentionCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: SetRetentionCommand): Promise<Verdict<NetworkEvent>> {
    return this.writers.submit(network, submission);
  }
}
