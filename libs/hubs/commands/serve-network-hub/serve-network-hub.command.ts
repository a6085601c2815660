import { Command } from '@nestjs/cqrs';
import type { JournalEvent } from '#ledger';
import type { Actor, BankId, HubId, LocalDate, Powers, Verdict } from '#kernel';

export interface HubService {
  readonly bank: BankId;
  readonly hub: HubId;
  readonly from: LocalDate;
}

/** A bank administrator says that the bank serves one of its network's hubs. */
export class ServeNetworkHubCommand extends Command<Verdict<JournalEvent>> {
  constructor(
    readonly service: HubService,
    readonly actor: Actor,
    readonly key: string,
    readonly correlation: string,
    readonly powers: Powers = 'all',
  ) {
    super();
  }
}
