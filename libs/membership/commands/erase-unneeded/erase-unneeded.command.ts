import { Command } from '@nestjs/cqrs';
import type { PersonId } from '#kernel';

/** Whoever was registered a day ago and came into no journal and no network is erased. Answers whether that was so. */
export class EraseUnneededCommand extends Command<boolean> {
  constructor(
    readonly person: PersonId,
    readonly correlation: string,
  ) {
    super();
  }
}
