import { Command } from '@nestjs/cqrs';
import type { NetworkId, Refusal } from '#kernel';

/**
 * Every journal that serves a moved hub, or one below it, learns its new place. Doing it twice changes nothing.
 * Answers with the refusals that are worth a look.
 */
export class FollowHubMovesCommand extends Command<readonly Refusal[]> {
  constructor(
    readonly network: NetworkId,
    /** Moves up to this revision of the network are known everywhere; -1: none is. */
    readonly after: number,
    readonly correlation: string,
  ) {
    super();
  }
}
