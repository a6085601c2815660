import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import type { Verdict } from '#kernel';
import { network } from '../../domain/network/network.decider.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { IssuePrivacyNoticeCommand } from './issue-privacy-notice.command.js';

@CommandHandler(IssuePrivacyNoticeCommand)
export class IssuePrivacyNoticeHandler implements ICommandHandler<IssuePrivacyNoticeCommand> {
  constructor(private readonly writers: StreamWriters) {}

  execute({ submission }: IssuePrivacyNoticeCommand): Promise<Verdict<NetworkEvent>> {
    return this.writers.submit(network, submission);
  }
}
