import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { AddHub } from '../../domain/network/network.commands.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';

/** A network gets another place in its tree. */
export class AddHubCommand extends Command<Verdict<NetworkEvent>> {
  constructor(readonly submission: Submission<AddHub>) {
    super();
  }
}
