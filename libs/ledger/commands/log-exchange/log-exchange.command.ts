import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { LogExchange } from '../../domain/journal/exchange.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** Time was given: waits for the other side, or posts where the debtor has agreed already. */
export class LogExchangeCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<LogExchange>) {
    super();
  }
}
