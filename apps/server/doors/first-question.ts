import type { FastifyInstance, FastifyRequest } from 'fastify';

interface Renewed {
  readonly access: string;
}

/**
 * A page that is opened again renews its sign-in and asks its first question at once: one journey instead of two. The
 * question takes the same way as any other that comes with the new token, so that nobody is answered who could not have
 * asked it next.
 */
export function answerFirstQuestions(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', async (request, reply, payload) => {
    if (request.routeOptions.url !== '/auth/refresh' || reply.statusCode !== 200) return payload;
    const question = questionIn(request);
    if (!question) return payload;
    const { access } = payload as Renewed;
    const { origin, 'accept-language': language } = request.headers;
    const answer = await fastify
      .inject({
        ...{ method: 'POST', url: '/graphql', remoteAddress: request.ip },
        headers: {
          authorization: `Bearer ${access}`,
          ...(origin === undefined ? {} : { origin }),
          ...(language === undefined ? {} : { 'accept-language': language }),
        },
        payload: question,
      })
      .then((asked) => asked.json<unknown>())
      .catch(() => undefined); // the sign-in is renewed whatever becomes of the question, which the page then asks again
    return { ...(payload as Renewed), answer };
  });
}

function questionIn({ body }: FastifyRequest): object | undefined {
  const { question } = (body ?? {}) as { readonly question?: unknown };
  return typeof question === 'object' && question !== null ? question : undefined;
}
