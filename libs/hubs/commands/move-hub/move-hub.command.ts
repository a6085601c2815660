import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { MoveHub } from '../../domain/network/network.commands.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';

/** From a day on, a hub and all below it hang elsewhere. */
export class MoveHubCommand extends Command<Verdict<NetworkEvent>> {
  constructor(readonly submission: Submission<MoveHub>) {
    super();
  }
}
