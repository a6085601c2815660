import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StreamWriters } from '#event-store';
import { Refusal, StoreUnavailable, TryAgain, streamOf } from '#kernel';
import { authorise } from '../../domain/journal/authorise.js';
import { journal } from '../../domain/journal/journal.definition.js';
import { AuthoriseCommand, type Authorised } from './authorise.command.js';

@CommandHandler(AuthoriseCommand)
export class AuthoriseHandler implements ICommandHandler<AuthoriseCommand> {
  constructor(private readonly writers: StreamWriters) {}

  async execute({ bank, asker, verb, scope }: AuthoriseCommand): Promise<Authorised> {
    try {
      const authority = await this.writers.consult(journal, streamOf('journal', bank), (state, at) =>
        authorise(asker, verb, scope, state, at),
      );
      return { accepted: true, authority };
    } catch (cause) {
      if (cause instanceof Refusal) return { accepted: false, refusal: cause };
      if (cause instanceof StoreUnavailable) return { accepted: false, refusal: new TryAgain() };
      throw cause;
    }
  }
}
