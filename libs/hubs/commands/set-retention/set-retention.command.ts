import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { SetRetention } from '../../domain/network/network.commands.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';

/** For how long a network keeps what nobody needs any more. */
export class SetRetentionCommand extends Command<Verdict<NetworkEvent>> {
  constructor(readonly submission: Submission<SetRetention>) {
    super();
  }
}
