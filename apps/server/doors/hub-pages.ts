import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const reachable = /^\/(graphql(\?|$)|auth\/|accounts\/[^/?]+\/statement\.(csv|pdf)(\?|$)|me\/export\.zip$)/;
export const variesByOrigin = { vary: 'Origin' } as const;
const preflightKeptSeconds = 3_600;

/**
 * Pages of a registered origin may ask, sign in and download a statement or their own data, with a token and without a cookie; pages from anywhere else learn
 * nothing. Whatever page asks from elsewhere, no cookie comes in with it.
 *
 * @param isRegistered an origin as the browser writes it
 */
export function letHubPagesAsk(fastify: FastifyInstance, isRegistered: (origin: string) => Promise<boolean>): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (reachable.test(request.url)) reply.headers(variesByOrigin);
    if (origin === undefined || isOwn(origin, request)) {
      done();
      return;
    }
    delete request.headers.cookie;
    if (!reachable.test(request.url)) {
      done();
      return;
    }
    isRegistered(origin).then((registered) => {
      if (registered) welcome(origin, reply);
      if (request.method === 'OPTIONS') void reply.code(204).send();
      else done();
    }, done);
  });
}

/** `Sec-Fetch-Site` is the browser's own word, which no page can change. */
function isOwn(origin: string, { headers, host }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'same-origin' || /^https?:\/\/(.+)$/.exec(origin)?.[1] === host;
}

function welcome(origin: string, reply: FastifyReply): void {
  reply.headers({
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-expose-headers': 'retry-after, content-disposition',
    'access-control-max-age': String(preflightKeptSeconds),
  });
}
