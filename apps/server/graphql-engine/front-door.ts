import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answer, answerType, bodyOf, fault, type Answer } from './answer.js';
import type { EngineOptions } from './engine-options.js';
import { knownOperation, takesJson } from './known-documents.js';
import type { AskedContext } from './request-context.js';
import { wholeBody } from './whole-body.js';

/** A question is short; a longer one may as well go the long way. */
const bytesMax = 16 * 1024;
const jsonType = /^application\/json(?:; ?charset=utf-8)?$/i;
/** Names that a careful reader of JSON refuses, however they are written. */
const suspicious = /__proto__|constructor|\\u/;

type Engine = Pick<EngineOptions, 'operations' | 'contextOf' | 'rates'>;

interface Ways {
  readonly send: (answered: Answer, toPage: OutgoingHttpHeaders) => void;
  readonly handOn: () => void;
}

export interface Said {
  /** In every answer, beside its type and length; undefined until that is known. */
  readonly everywhere: () => OutgoingHttpHeaders | undefined;
  readonly toPage: (request: Pick<FastifyRequest, 'headers' | 'host'>) => Promise<OutgoingHttpHeaders>;
}

/**
 * Answers known documents of whoever brings a token before Fastify makes a request and a reply of them: the same bytes for
 * a good deal less work. Whatever is not plain is handed on as it came.
 */
export function openFrontDoor(fastify: FastifyInstance, engine: Engine, said: Said): void {
  const { server } = fastify;
  const behind = server.listeners('request') as RequestListener[];
  let isOpen = true;
  let everywhere: readonly string[] | undefined;
  fastify.addHook('preClose', (done) => {
    isOpen = false;
    done();
  });
  server.removeAllListeners('request').on('request', (request: IncomingMessage, response: ServerResponse) => {
    const handOn = (): void => {
      for (const listener of behind) listener(request, response);
    };
    everywhere ??= inOneList(said.everywhere());
    if (isOpen && everywhere && isPlain(request)) {
      const constant = everywhere;
      const send = (answered: Answer, toPage: OutgoingHttpHeaders): void => {
        write(response, [...constant, ...inOneList(toPage)], answered);
      };
      void serve(engine, said, request, { send, handOn });
    } else handOn();
  });
}

function isPlain({ method, url, headers }: IncomingMessage): boolean {
  const { authorization, cookie, accept, 'content-type': type = '', 'content-length': length } = headers;
  return (
    method === 'POST' &&
    url === '/graphql' &&
    authorization !== undefined &&
    cookie === undefined &&
    jsonType.test(type) &&
    Number(length) <= bytesMax &&
    takesJson(accept)
  );
}

async function serve(
  { operations, contextOf, rates }: Engine,
  { toPage }: Said,
  request: IncomingMessage,
  { send, handOn }: Ways,
): Promise<void> {
  const { headers } = request;
  const asking = { method: 'POST', headers, ip: '', host: headers.host ?? '' };
  let context: AskedContext;
  let page: OutgoingHttpHeaders;
  try {
    context = await contextOf(asking);
    page = await toPage(asking);
  } catch {
    handOn();
    return;
  }
  if (context.person === undefined) {
    handOn();
    return;
  }
  wholeBody(request, Number(headers['content-length']), (body) => {
    const asked = knownOperation(operations, parsed(body.toString()));
    if (asked) {
      const answered = answer(asked.operation, asked.variables, context, rates);
      void answered
        .catch((trouble: unknown) => fault(trouble, context))
        .then((each) => {
          send(each, page);
        });
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

function write(response: ServerResponse, said: readonly string[], { status, headers, result }: Answer): void {
  const body = bodyOf(result);
  const own = ['content-type', answerType, 'content-length', String(Buffer.byteLength(body))];
  response.writeHead(status, [...said, ...[...headers].flat(), ...own]);
  response.end(body);
}

function inOneList(headers: OutgoingHttpHeaders): readonly string[];
function inOneList(headers: OutgoingHttpHeaders | undefined): readonly string[] | undefined;
function inOneList(headers: OutgoingHttpHeaders | undefined): readonly string[] | undefined {
  return headers && Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
}
