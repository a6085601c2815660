import { Command } from '@nestjs/cqrs';
import type { ChallengeId } from '../../ports/challenges.js';
import type { Opened } from '../opening.js';
import type { Page } from '../pages.js';

/** Somebody typed the code that was sent. */
export class EnterCodeCommand extends Command<Opened> {
  constructor(
    readonly challenge: ChallengeId,
    /** As it was typed. */
    readonly typed: string,
    readonly page: Page,
  ) {
    super();
  }
}
