import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { answer, answerType, bodyOf, fault, type Answer } from './answer.js';
import type { EngineOptions } from './engine-options.js';
import { knownOperation, takesJson } from './known-documents.js';
import { wholeBody } from './whole-body.js';

/** A question is short; a longer one may as well go the long way. */
const bytesMax = 16 * 1024;
const jsonType = /^application\/json(?:; ?charset=utf-8)?$/i;
/** Names that a careful reader of JSON refuses, however they are written. */
const suspicious = /__proto__|constructor|\\u/;

type Engine = Pick<EngineOptions, 'operations' | 'contextOf' | 'rates'>;

/**
 * Answers known documents of whoever brings a token before Fastify makes a request and a reply of them: the same bytes for
 * a good deal less work. Whatever is not plain is handed on as it came.
 *
 * @param said what every answer says beside its type and length; undefined until that is known
 */
export function openFrontDoor(
  fastify: FastifyInstance,
  engine: Engine,
  said: () => OutgoingHttpHeaders | undefined,
): void {
  const { server } = fastify;
  const behind = server.listeners('request') as RequestListener[];
  let isOpen = true;
  let saidEverywhere: readonly string[] | undefined;
  fastify.addHook('preClose', (done) => {
    isOpen = false;
    done();
  });
  server.removeAllListeners('request').on('request', (request: IncomingMessage, response: ServerResponse) => {
    const handOn = (): void => {
      for (const listener of behind) listener(request, response);
    };
    const headers = isOpen && isPlain(request) ? (saidEverywhere ??= inOneList(said())) : undefined;
    if (headers) void serve(engine, request, (answered) => send(response, headers, answered), handOn);
    else handOn();
  });
}

/** Of no page: no origin has a say in the answer. */
function isPlain({ method, url, headers }: IncomingMessage): boolean {
  const { authorization, origin, accept, 'content-type': type = '', 'content-length': length } = headers;
  return (
    method === 'POST' &&
    url === '/graphql' &&
    authorization !== undefined &&
    origin === undefined &&
    jsonType.test(type) &&
    Number(length) <= bytesMax &&
    takesJson(accept)
  );
}

async function serve(
  { operations, contextOf, rates }: Engine,
  request: IncomingMessage,
  send: (answered: Answer) => void,
  handOn: () => void,
): Promise<void> {
  const { headers } = request;
  const context = await contextOf({ method: 'POST', headers, ip: '', host: '' }).catch(() => undefined);
  if (context?.person === undefined) {
    handOn();
    return;
  }
  wholeBody(request, Number(headers['content-length']), (body) => {
    const asked = knownOperation(operations, parsed(body.toString()));
    if (asked) {
      const answered = answer(asked.operation, asked.variables, context, rates);
      void answered.catch((trouble: unknown) => fault(trouble, context)).then(send);
    } else {
      request.unshift(body);
      handOn();
    }
  });
}

function parsed(text: string): unknown {
  if (suspicious.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, said: readonly string[], { status, headers, result }: Answer): void {
  const body = bodyOf(result);
  const own = ['content-type', answerType, 'content-length', String(Buffer.byteLength(body))];
  response.writeHead(status, [...said, ...[...headers].flat(), ...own]);
  response.end(body);
}

function inOneList(headers: OutgoingHttpHeaders | undefined): readonly string[] | undefined {
  return headers && Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
}
