import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { SetHubOrigins } from '../../domain/network/network.commands.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';

/** Says on whose pages a hub's client may be embedded. */
export class SetHubOriginsCommand extends Command<Verdict<NetworkEvent>> {
  constructor(readonly submission: Submission<SetHubOrigins>) {
    super();
  }
}
