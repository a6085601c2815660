import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { NameNetworkAdministrator } from '../../domain/network/network.commands.js';
import type { NetworkEvent } from '../../domain/network/network.events.js';

/** One more person may administer the network. */
export class NameNetworkAdministratorCommand extends Command<Verdict<NetworkEvent>> {
  constructor(readonly submission: Submission<NameNetworkAdministrator>) {
    super();
  }
}
