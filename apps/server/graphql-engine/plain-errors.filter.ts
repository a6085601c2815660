import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ToldErrors } from '#identity';

/**
 * Errors as this API says them. Inside GraphQL they are thrown on, so that they reach the answer unlogged and unchanged:
 * the engine puts them into words. Outside, a request that is too large or cannot be read is the asker's fault.
 */
@Catch()
export class PlainErrors implements ExceptionFilter {
  private readonly log = new Logger('HTTP');
  /** Around signing in errors have a shape and a language of their own, also where no controller was reached. */
  private readonly toldErrors = new ToldErrors();

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') throw error;
    const http = host.switchToHttp();
    if (http.getRequest<FastifyRequest>().url.startsWith('/auth/')) return this.toldErrors.catch(error, host);
    const reply = http.getResponse<FastifyReply>();
    const asked = statusOf(error);
    const status = asked === 404 || asked === 413 ? asked : asked < 500 ? 400 : 500;
    if (status === 500) this.log.error({ msg: 'a request could not be answered', err: error });
    // The route may have said another type for what it would have sent.
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .send({ errors: [errorOf(status)] });
  }
}

function errorOf(status: 400 | 404 | 413 | 500): object {
  switch (status) {
    case 400:
      return {
        message: 'The request cannot be read.',
        extensions: { code: 'BAD_USER_INPUT' },
      };
    case 413:
      return { message: 'The request is larger than 100 kB.', extensions: { code: 'BAD_USER_INPUT' } };
    case 404:
      return { message: 'There is nothing here.', extensions: { code: 'BAD_USER_INPUT' } };
    case 500:
      return { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } };
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}
