import { actorKeyOf, type Submission } from '#kernel';
import { canonical } from './canonical.js';

/**
 * What a command's hash is made of: two commands under one idempotency key are the same when this is.
 * The input, as it was asked, holds the texts in plain, as a list because a text's name may carry data (`note.17`), and
 * the version that was expected.
 */
export function commandHashInput({ command, actor, asked }: Pick<Submission, 'command' | 'actor' | 'asked'>): string {
  const { name, texts, expectedVersion } = command;
  const input = asked ?? command.input;
  if (typeof input !== 'object' || input === null) throw new TypeError('an input is an object');
  if (Array.isArray(input)) throw new TypeError('an input is an object');
  if ('texts' in input || 'expectedVersion' in input)
    throw new TypeError('an input names no texts nor expectedVersion');
  const listed = Object.entries(texts ?? {})
    .map(([field, text]) => ({ field, text }))
    .sort((one, other) => (one.field < other.field ? -1 : 1));
  return canonical({
    command: name,
    actor: actorKeyOf(actor),
    ...('for' in actor && { for: actor.for }),
    input: {
      ...input,
      ...(listed.length > 0 && { texts: listed }),
      ...(expectedVersion !== undefined && { expectedVersion }),
    },
  });
}
