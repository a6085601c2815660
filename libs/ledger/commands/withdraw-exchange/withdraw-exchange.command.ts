import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { WithdrawExchange } from '../../domain/journal/exchange.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** Whoever logged it takes it back. */
export class WithdrawExchangeCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<WithdrawExchange>) {
    super();
  }
}
