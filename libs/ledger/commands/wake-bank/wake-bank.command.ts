import { Command } from '@nestjs/cqrs';
import type { BankId } from '#kernel';

/** What is due in the bank is decided, though nobody asks anything of it. */
export class WakeBankCommand extends Command<void> {
  constructor(readonly bank: BankId) {
    super();
  }
}
