import { Command } from '@nestjs/cqrs';
import type { AccountId, Asker, BankId } from '#kernel';

export interface IssuedCode {
  /** As it is printed. It is shown now and never again. */
  readonly code: string;
  readonly memberNumber: number;
  readonly expiresAtMs: number;
}

/** A desk prints a code for a member who has no e-mail. The same key is the same code. */
export class IssuePrintedCodeCommand extends Command<IssuedCode> {
  constructor(
    readonly asker: Asker,
    readonly bank: BankId,
    readonly account: AccountId,
    readonly key: string,
  ) {
    super();
  }
}
