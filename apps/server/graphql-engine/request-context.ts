import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { languageOf, type RequestContext } from '#api';
import { bearerOf, type Tokens } from '#identity';

export type ContextOf = (request: FastifyRequest) => Promise<RequestContext>;

/** The same for every way in. `req` is there because Nest would otherwise copy the context to add it. */
export function contextFrom(tokens: Tokens): ContextOf {
  return async (request) => {
    const { authorization, 'accept-language': wanted } = request.headers;
    const token = bearerOf(authorization);
    const person = token === undefined ? undefined : await tokens.personOf(token);
    const context = { powers: 'all' as const, language: languageOf(wanted), correlation: randomUUID(), req: request };
    return person === undefined ? context : { ...context, person };
  };
}
