import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { OpenNetwork } from '../../domain/network/network.commands.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';

/** From the shell only. The administrators are registered persons. */
export class OpenNetworkCommand extends Command<Verdict<NetworkEvent>> {
  constructor(readonly submission: Submission<OpenNetwork>) {
    super();
  }
}
