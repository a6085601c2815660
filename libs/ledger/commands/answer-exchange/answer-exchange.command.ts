import { Command } from '@nestjs/cqrs';
import type { Submission, Verdict } from '#kernel';
import type { AnswerExchange } from '../../domain/journal/exchange.commands.js';
import type { JournalEvent } from '../../domain/journal/journal.events.js';

/** The other side proposes other minutes. */
export class AnswerExchangeCommand extends Command<Verdict<JournalEvent>> {
  constructor(readonly submission: Submission<AnswerExchange>) {
    super();
  }
}
