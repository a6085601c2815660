import { Command } from '@nestjs/cqrs';
import type { BankRules, JournalEvent } from '#ledger';
import type { Actor, NetworkId, PersonId, Powers, Verdict } from '#kernel';

export interface BankOpening {
  readonly network: NetworkId;
  readonly handle: string;
  readonly name: string;
  readonly rules: BankRules;
  /** Registered persons; they administer the bank from its first record on. */
  readonly administrators: readonly PersonId[];
}

/** A network administrator opens a bank: the network authorises it, then its journal begins. */
export class OpenNetworkBankCommand extends Command<Verdict<JournalEvent>> {
  constructor(
    readonly opening: BankOpening,
    readonly actor: Actor,
    readonly key: string,
    readonly correlation: string,
    readonly powers: Powers = 'all',
  ) {
    super();
  }
}
