import helmet, { type FastifyHelmetRouteOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

type Directives = Readonly<Record<string, readonly string[]>>;

const nothing: Directives = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] };
const yearSeconds = 31_536_000;

/** For a page that people open: `@RouteConfig(pageMayLoad({ … }))` on its route says what it needs; nothing else is let in. */
export function pageMayLoad(directives: Directives): FastifyHelmetRouteOptions {
  return { helmet: { contentSecurityPolicy: policy({ ...nothing, ...directives }) } };
}

/** As strict as an interface for programs can be, on every route that does not say otherwise itself. */
export async function setSecurityHeaders(fastify: FastifyInstance): Promise<void> {
  await fastify.register(helmet, {
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
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
}

function policy(directives: Directives): { useDefaults: false; directives: Record<string, string[]> } {
  const copied = Object.entries(directives).map(([name, sources]): [string, string[]] => [name, [...sources]]);
  return { useDefaults: false, directives: Object.fromEntries(copied) };
}
