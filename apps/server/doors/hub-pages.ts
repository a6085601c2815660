import type { FastifyInstance, FastifyRequest } from 'fastify';

const reachable = /^\/(graphql(\?|$)|auth\/|accounts\/[^/?]+\/statement\.(csv|pdf)(\?|$)|me\/export\.zip$)/;
const variesByOrigin = { vary: 'Origin' } as const;
const preflightKeptSeconds = 3_600;

export type IsRegistered = (origin: string) => Promise<boolean>;
type Asking = Pick<FastifyRequest, 'headers' | 'host'>;

/**
 * Pages of a registered origin may ask, sign in and download a statement or their own data, with a token and without a cookie; pages from anywhere else learn
 * nothing. Whatever page asks from elsewhere, no cookie comes in with it.
 *
 * @param isRegistered an origin as the browser writes it
 */
export function letHubPagesAsk(fastify: FastifyInstance, isRegistered: IsRegistered): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const origin = otherOrigin(request);
    if (origin !== undefined) delete request.headers.cookie;
    if (!reachable.test(request.url)) {
      done();
      return;
    }
    saidToPage(request, isRegistered).then((said) => {
      reply.headers(said);
      if (origin !== undefined && request.method === 'OPTIONS') void reply.code(204).send();
      else done();
    }, done);
  });
}

/** The headers that let a page read the answer, or keep it from that. */
export async function saidToPage(
  request: Asking,
  isRegistered: IsRegistered,
): Promise<Readonly<Record<string, string>>> {
  const origin = otherOrigin(request);
  return origin !== undefined && (await isRegistered(origin)) ? welcome(origin) : variesByOrigin;
}

/** `Sec-Fetch-Site` is the browser's own word, which no page can change. */
function otherOrigin({ headers, host }: Asking): string | undefined {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin === undefined || site === 'same-origin') return undefined;
  return /^https?:\/\/(.+)$/.exec(origin)?.[1] === host ? undefined : origin;
}

function welcome(origin: string): Readonly<Record<string, string>> {
  return {
    ...variesByOrigin,
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-expose-headers': 'retry-after, content-disposition',
    'access-control-max-age': String(preflightKeptSeconds),
  };
}
