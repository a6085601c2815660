import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { SetHubDesk } from '../../domain/network/network.commands.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';

/** Says when a hub’s desk is open, and its number. */
export class SetHubDeskCommand extends Command<Verdict<NetworkEvent>> {
  constructor(readonly submission: Submission<SetHubDesk>) {
    super();
  }
}
