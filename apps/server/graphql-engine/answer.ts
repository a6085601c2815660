import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { Logger } from '@nestjs/common';
import {
  TopLevelError,
  internal,
  pageSizeMax,
  passingTrouble,
  say,
  statusOf,
  tooManyOperations,
  type Language,
  type RequestContext,
  type TopLevelCode,
} from '#api';
import { limits } from './measure.js';
import type { OperationRates } from './operation-rates.js';
import type { Operation, Variables } from './operations.js';
import type { AskedContext } from './request-context.js';

/** What goes back to the client, the same whichever way the request came. */
export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly result: {
    readonly errors?: readonly GraphQLFormattedError[];
    readonly data?: Record<string, unknown> | null;
  };
}

/** The same both ways to an answer, byte for byte: the keys in Apollo's order, and Apollo's line end. */
export function bodyOf({ errors, data }: Answer['result']): string {
  return `${JSON.stringify({ errors, data })}\n`;
}
export const answerType = 'application/json; charset=utf-8';

const log = new Logger('GraphQL');
const retryAfterSeconds = '1';

/** Runs a valid operation within its limits and its asker's rate, and says its errors in our words. */
export async function answer(
  operation: Operation,
  variables: Variables,
  context: AskedContext,
  rates: OperationRates,
): Promise<Answer> {
  const waitSeconds = rates.take(context, operation.measured.operations);
  if (waitSeconds !== undefined) return tooMany(waitSeconds, context.language);
  const beyond = beyondLimits(operation, variables);
  if (beyond !== undefined) return refusal(beyond);
  const { data, errors } = await operation.run(variables, context);
  if (!errors || errors.length === 0) return { status: 200, headers: new Map(), result: { data: data ?? null } };
  const hasRun =
    data !== undefined && (data !== null || errors.some(({ path }) => path !== undefined && path.length > 0));
  const formatted = errors.map((error) => (hasRun ? worded(error, context) : badVariables(error)));
  const status = statusFor(formatted, data);
  return {
    status,
    headers: status === 503 ? new Map([['retry-after', retryAfterSeconds]]) : new Map(),
    result: { errors: formatted, ...(hasRun ? { data } : {}) },
  };
}

/** Of an operation that could not even be run. */
export function fault(trouble: unknown, { language, correlation }: RequestContext): Answer {
  log.error({ msg: 'an operation could not be run', correlation, err: trouble });
  const error = { message: say(internal, {}, language), extensions: { code: 'INTERNAL' } };
  return { status: statusOf.INTERNAL, headers: new Map(), result: { errors: [error] } };
}

/** A part that is away makes the whole worth asking again, whatever else was found. */
function statusFor(errors: readonly GraphQLFormattedError[], data: ExecutionResult['data']): number {
  if (errors.some((error) => codeOf(error) === 'UNAVAILABLE')) return statusOf.UNAVAILABLE;
  const found = data && Object.values(data).some((value) => value !== null);
  return found ? 200 : statusOf[codeOf(errors[0])];
}

function refusal(message: string): Answer {
  return { status: 400, headers: new Map(), result: { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] } };
}

export function tooMany(waitSeconds: number, language: Language): Answer {
  const message = say(tooManyOperations, { seconds: waitSeconds }, language);
  return {
    status: statusOf.RATE_LIMITED,
    headers: new Map([['retry-after', String(waitSeconds)]]),
    result: { errors: [{ message, extensions: { code: 'RATE_LIMITED' } }] },
  };
}

/** Decided before a single field is resolved. */
function beyondLimits({ measured }: Operation, variables: Variables): string | undefined {
  for (const limit of ['depth', 'aliases', 'directives', 'cost'] as const) {
    if (measured[limit] > limits[limit]) {
      return `The ${limit} of this operation is ${String(measured[limit])}; at most ${String(limits[limit])} is allowed.`;
    }
  }
  const asked = measured.pageVariables.map((name) => variables[name]).filter((size) => typeof size === 'number');
  const beyond = [...measured.pageSizes, ...asked].find((size) => size < 1 || size > pageSizeMax);
  return beyond === undefined ? undefined : `A page has 1 to ${String(pageSizeMax)} rows, not ${String(beyond)}.`;
}

function badVariables({ message }: GraphQLError): GraphQLFormattedError {
  return { message, extensions: { code: 'BAD_USER_INPUT' } };
}

function worded(error: GraphQLError, { language, correlation }: RequestContext): GraphQLFormattedError {
  const { originalError } = error;
  const path = error.path ? { path: error.path } : {};
  const told = originalError instanceof TopLevelError ? originalError : passingTrouble(originalError);
  if (told) {
    const { code, words, facts, field } = told;
    return {
      message: say(words, facts, language),
      ...path,
      extensions: { code, ...(field === undefined ? {} : { field }) },
    };
  }
  log.error({
    msg: 'a field could not be answered',
    correlation,
    path: error.path?.join('.'),
    err: originalError ?? error,
  });
  return { message: say(internal, {}, language), ...path, extensions: { code: 'INTERNAL' } };
}

function codeOf(error: GraphQLFormattedError | undefined): TopLevelCode {
  return (error?.extensions?.['code'] as TopLevelCode | undefined) ?? 'INTERNAL';
}
