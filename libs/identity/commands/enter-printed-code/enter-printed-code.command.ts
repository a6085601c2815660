import { Command } from '@nestjs/cqrs';
import type { HubId } from '#kernel';
import type { Opened } from '../opening.js';
import type { Page } from '../pages.js';

/** Somebody typed a code from paper. */
export class EnterPrintedCodeCommand extends Command<Opened> {
  constructor(
    readonly memberNumber: number,
    readonly typed: string,
    readonly hub: HubId,
    readonly page: Page,
  ) {
    super();
  }
}
