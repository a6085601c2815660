import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { languageOf, type RequestContext } from '#api';
import type { RequestIdentity } from '#identity';

type Asking = Pick<FastifyRequest, 'method' | 'ip' | 'host' | 'headers'>;

/** `req` is there because Nest would otherwise copy the context to add it, and for the address of a stranger. */
export interface AskedContext extends RequestContext {
  readonly req: Asking;
}
export type ContextOf = (request: Asking) => Promise<AskedContext>;

/** The same for every way in. */
export function contextFrom(identity: Pick<RequestIdentity, 'of'>): ContextOf {
  return async (request) => {
    const bearer = await identity.of(request);
    const language = languageOf(request.headers['accept-language']);
    const correlation = randomUUID();
    if (bearer === undefined) return { powers: 'own', language, correlation, req: request };
    const { person, powers, session } = bearer;
    const context = { person, powers, language, correlation, req: request };
    return session === undefined ? context : Object.assign(context, { session });
  };
}
