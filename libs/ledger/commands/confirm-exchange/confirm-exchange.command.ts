import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { ConfirmExchange } from '../../domain/journal/exchange.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** The other side agrees: the hours move. */
export class ConfirmExchangeCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<ConfirmExchange>) {
    super();
  }
}
