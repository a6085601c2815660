import type { Actor } from '#kernel';
import type { JournalEvent } from '../journal.events.js';

/** What is recorded, field by field in the order of their names, and by whom. */
export function told(type: JournalEvent['type'], data: object, actor: Actor): string {
  return `${type} ${JSON.stringify(plain({ ...data, recordedBy: actor }))}`;
}

/** Objects as sorted pairs, what is undefined left out, a sealed text as it was before. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if ('nonce' in value && 'text' in value) return String(value.text).replace(/^sealed /, '');
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    fields.map(([name, part]) => [name, plain(part)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
