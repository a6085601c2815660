import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TopLevelError, internal, languageOf, passingTrouble, say, statusOf, wordsOf, type Language } from '#api';
import { Refusal, type Facts, type Message } from '#kernel';

interface Told {
  readonly status: number;
  readonly code: string;
  readonly words: Message;
  readonly facts: Facts;
  readonly field?: string | undefined;
}

const statuses: Readonly<Record<string, number>> = { ASKED_TOO_OFTEN: 429, NOT_FOUND: 404, PAGE_NOT_ALLOWED: 403 };
const unreadable: Message = { it: 'La richiesta non si può leggere.', en: 'The request cannot be read.' };
const retrySeconds = 1;

/** What is refused on the way in, in the reader's language: `{ error: { code, message } }`. Nothing of the inside is in it. */
@Catch()
export class ToldErrors implements ExceptionFilter {
  private readonly log = new Logger('Sign-in');

  catch(error: unknown, host: ArgumentsHost): FastifyReply {
    const http = host.switchToHttp();
    const language = languageOf(http.getRequest<FastifyRequest>().headers['accept-language']);
    const told = toldOf(error);
    if (told.status === 500) this.log.error({ msg: 'a sign-in could not be answered', err: error });
    const reply = http.getResponse<FastifyReply>();
    const wait = told.facts['waitSeconds'] ?? (told.status === 503 ? retrySeconds : undefined);
    if (wait !== undefined) reply.header('retry-after', String(wait));
    return reply.code(told.status).send({ error: shown(told, language) });
  }
}

function shown({ code, words, facts, field }: Told, language: Language): object {
  return { code, message: say(words, facts, language), ...(field === undefined ? {} : { field }) };
}

function toldOf(error: unknown): Told {
  const told = error instanceof TopLevelError ? error : passingTrouble(error);
  if (told)
    return { status: statusOf[told.code], code: told.code, words: told.words, facts: told.facts, field: told.field };
  if (error instanceof Refusal) {
    const { code, facts, field } = error;
    return { status: statuses[code] ?? 401, code, words: wordsOf(code), facts, field };
  }
  const status = httpStatusOf(error);
  if (status < 500) return { status, code: 'BAD_USER_INPUT', words: unreadable, facts: {} };
  return { status: 500, code: 'INTERNAL', words: internal, facts: {} };
}

/** Of what is refused before a controller is reached, too: a body that is no JSON is so by whatever name it comes. */
function httpStatusOf(error: unknown): number {
  const named = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const status = error instanceof HttpException ? error.getStatus() : named;
  return status >= 500 || status === 404 || status === 413 ? status : 400;
}
