import { Command } from '@nestjs/cqrs';
import type { AskedProof, Asker } from '#kernel';

/** Somebody wants to be written to, and to sign in, at another address: it is sent a code, and nothing changes yet. */
export class AskEmailCommand extends Command<AskedProof> {
  constructor(
    readonly email: string,
    readonly asker: Asker,
    readonly language: 'it' | 'en',
    readonly key: string,
  ) {
    super();
  }
}
