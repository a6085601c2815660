import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '#api';
import type { Destination } from './attempt-cookie.js';
import { failurePage, signedInPage, type Failure } from './provider.pages.js';

/** How the browser goes on: to an address, to the console that is now open, or with bad news where it came from. */
export type Leaving =
  | { readonly to: string }
  | { readonly open: 'console' }
  | { readonly failure: Failure; readonly destination?: Destination };

/** Nest has said 200 before we are asked. */
const seeThere = 302;

/** A hub's page says itself what happened, by the last word of its address; whoever came from nowhere reads it here. */
export function leave(leaving: Leaving, { headers }: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(headers['accept-language']);
  if ('failure' in leaving) {
    const { failure, destination } = leaving;
    if (destination?.kind === 'embedded')
      void reply.redirect(`${destination.returnTo}#reciproca-failure=${failure}`, seeThere);
    else show(reply, failure === 'away' ? 503 : 403, failurePage(failure, language));
  } else if ('open' in leaving) show(reply, 200, signedInPage(language));
  else void reply.redirect(leaving.to, seeThere);
}

function show(reply: FastifyReply, status: number, page: string): void {
  void reply.code(status).header('content-type', 'text/html; charset=utf-8').send(page);
}
