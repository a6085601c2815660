import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { DeclineExchange } from '../../domain/journal/exchange.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** The other side says no, and why. */
export class DeclineExchangeCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<DeclineExchange>) {
    super();
  }
}
