import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answer, answerType, bodyOf, tooMany, type Answer } from './answer.js';
import type { EngineOptions } from './engine-options.js';
import type { Operation, Operations, Variables } from './operations.js';

interface Asked {
  readonly operation: Operation;
  readonly variables: Variables;
}

/**
 * Answers documents that were found valid before without Apollo's pipeline: the same operation, context, limits, guard
 * and words, a quarter more requests in a second. Whatever is not plain goes the long way, unless its asker has already
 * asked too much.
 */
export function answerKnownDocuments(
  fastify: FastifyInstance,
  { operations, contextOf, rates }: Pick<EngineOptions, 'operations' | 'contextOf' | 'rates'>,
): void {
  fastify.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return undefined;
    const asked = plainlyAsked(operations, request);
    const context = await contextOf(request);
    if (asked) return send(reply, await answer(asked.operation, asked.variables, context, rates));
    const waitSeconds = rates.take(context, 0);
    return waitSeconds === undefined ? undefined : send(reply, tooMany(waitSeconds, context.language));
  });
}

function send(reply: FastifyReply, { status, headers, result }: Answer): FastifyReply {
  for (const [name, value] of headers) reply.header(name, value);
  return reply.code(status).header('content-type', answerType).send(bodyOf(result));
}

function plainlyAsked(operations: Operations, { method, body, headers }: FastifyRequest): Asked | undefined {
  if (method !== 'POST' || !headers['content-type']?.startsWith('application/json')) return undefined;
  return takesJson(headers.accept) ? knownOperation(operations, body) : undefined;
}

export function takesJson(accept: string | undefined): boolean {
  return accept === undefined || accept === '*/*' || accept === 'application/json';
}

/** The operation that a request's body asks for, if its document was found valid before and nothing is unusual about it. */
export function knownOperation(operations: Operations, body: unknown): Asked | undefined {
  if (typeof body !== 'object' || body === null || 'extensions' in body) return undefined;
  const { query, variables = null, operationName = null } = body as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string' || typeof variables !== 'object' || Array.isArray(variables)) return undefined;
  if (operationName !== null && typeof operationName !== 'string') return undefined;
  const operation = operations.find(query, operationName ?? undefined);
  return operation && { operation, variables: (variables ?? {}) as Variables };
}
