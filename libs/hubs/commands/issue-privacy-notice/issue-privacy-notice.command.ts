import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { IssuePrivacyNotice } from '../../domain/network/network.commands.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';

/** A new edition of the notice that people read before their data are kept. */
export class IssuePrivacyNoticeCommand extends Command<Verdict<NetworkEvent>> {
  constructor(readonly submission: Submission<IssuePrivacyNotice>) {
    super();
  }
}
