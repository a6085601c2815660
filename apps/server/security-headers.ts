import type { OutgoingHttpHeaders } from 'node:http';
import helmet, { type FastifyHelmetRouteOptions } from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

type Directives = Readonly<Record<string, readonly string[]>>;

const nothing: Directives = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] };
const yearSeconds = 31_536_000;

/** For a page that people open: `@RouteConfig(pageMayLoad({ … }))` on its route says what it needs; nothing else is let in. */
export function pageMayLoad(directives: Directives): FastifyHelmetRouteOptions {
  return { helmet: { contentSecurityPolicy: policy({ ...nothing, ...directives }) } };
}

const keptByNobody = { 'cache-control': 'no-store' } as const;

/**
 * As strict as an interface for programs can be, on every route that does not say otherwise itself.
 *
 * @returns what is said there, undefined until it was said once
 */
export async function setSecurityHeaders(fastify: FastifyInstance): Promise<() => OutgoingHttpHeaders | undefined> {
  await fastify.register(helmet, {
    global: false,
    contentSecurityPolicy: policy(nothing),
    strictTransportSecurity: { maxAge: yearSeconds, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
    // Of no use to any browser of the last ten years.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xPoweredBy: false,
    xXssProtection: false,
  });
  let asEverywhere: OutgoingHttpHeaders | undefined;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!('helmet' in request.routeOptions.config)) reply.headers((asEverywhere ??= saidByHelmet(reply)));
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.headers(keptByNobody);
    done();
  });
  return () => asEverywhere && { ...asEverywhere, ...keptByNobody };
}

/** The same for every answer, so asked once: helmet works its headers out anew each time, which costs a twentieth of a request. */
function saidByHelmet({ helmet, raw }: FastifyReply): OutgoingHttpHeaders {
  helmet();
  const said = { ...raw.getHeaders() };
  for (const name of Object.keys(said)) raw.removeHeader(name);
  return said;
}

function policy(directives: Directives): { useDefaults: false; directives: Record<string, string[]> } {
  const copied = Object.entries(directives).map(([name, sources]): [string, string[]] => [name, [...sources]]);
  return { useDefaults: false, directives: Object.fromEntries(copied) };
}
