import { Command } from '@nestjs/cqrs';
import type { HubId } from '#kernel';
import type { ChallengeId } from '../../ports/challenges.js';
import type { Page } from '../pages.js';

export interface CodeAsked {
  /** Hand it back with the code. */
  readonly challenge: ChallengeId;
  readonly lifeSeconds: number;
}

/** Somebody wants a code sent to an address. Whether anybody has the address, nothing about the answer says. */
export class AskCodeCommand extends Command<CodeAsked> {
  constructor(
    readonly address: string,
    /** Where the client stands; undefined: in the console. */
    readonly hub: HubId | undefined,
    readonly page: Page,
    readonly language: 'it' | 'en',
  ) {
    super();
  }
}
