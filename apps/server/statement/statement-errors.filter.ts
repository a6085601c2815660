import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { internal, passingTrouble, say, statusOf, TopLevelError, wordsOf } from '#api';
import { NotFound, type Facts, type Message } from '#kernel';
import { languageAsked } from './language-asked.js';

interface Told {
  readonly status: number;
  readonly code: string;
  readonly words: Message;
  readonly facts: Facts;
  readonly field?: string | undefined;
}

/** Why there is no statement, in the reader's language: `{ error: { code, message } }`. Nothing of the inside is in it. */
@Catch()
export class StatementErrors implements ExceptionFilter {
  private readonly log = new Logger('Statement');

  catch(error: unknown, host: ArgumentsHost): FastifyReply {
    const http = host.switchToHttp();
    const { status, code, words, facts, field } = toldOf(error);
    if (status === 500) this.log.error({ msg: 'a statement could not be given', err: error });
    const reply = http.getResponse<FastifyReply>();
    if (facts['seconds'] !== undefined) reply.header('retry-after', String(facts['seconds']));
    const message = say(words, facts, languageAsked(http.getRequest<FastifyRequest>()));
    return reply.code(status).send({ error: { code, message, ...(field !== undefined && { field }) } });
  }
}

function toldOf(error: unknown): Told {
  const told = error instanceof TopLevelError ? error : passingTrouble(error);
  if (told) {
    const { code, words, facts, field } = told;
    return { status: statusOf[code], code, words, facts, field };
  }
  if (error instanceof NotFound) return { status: 404, code: error.code, words: wordsOf(error.code), facts: {} };
  return { status: statusOf.INTERNAL, code: 'INTERNAL', words: internal, facts: {} };
}
