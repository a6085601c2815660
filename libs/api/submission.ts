import type { AccountId, Command, StreamId, Submission } from '#kernel';
import { idInBank } from './opaque-id.js';
import type { IdempotentInput } from './payload.js';
import type { Reader } from './reader.js';

type Asked = IdempotentInput & { readonly actingFor?: string };

/** An input on its way to a stream's writer: who asks, under which key, and for whom. */
export function submission<C extends Command>(
  { person, powers, correlation }: Reader,
  stream: StreamId,
  { idempotencyKey: key, actingFor }: Asked,
  command: C,
): Submission<C> {
  const actor = actingFor === undefined ? { person } : { person, for: idInBank<AccountId>('account', actingFor).id };
  return { stream, command, actor, powers, key, correlation };
}

/** The fields of an input that were given: commands have no key for what is absent. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept: Partial<T> = {};
  for (const name in fields) if (fields[name] !== undefined) kept[name] = fields[name];
  return kept as never;
}
