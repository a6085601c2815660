import { createHash } from 'node:crypto';
import { asId, type Uuid } from '#kernel';

/** A UUID that follows from a name: tests speak of the same thing by the same word. A number can be read in a failing test. */
export function idOf<Id extends Uuid<string>>(name: string | number): Id {
  if (typeof name === 'number') return asId<Id>(`00000000-0000-8000-8000-${name.toString(16).padStart(12, '0')}`);
  const digits = createHash('sha256').update(name).digest('hex');
  return asId<Id>(
    [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `8${digits.slice(13, 16)}`,
      `a${digits.slice(17, 20)}`,
      digits.slice(20, 32),
    ].join('-'),
  );
}

/** The UUID that PostgreSQL makes of a text by `md5(text)::uuid`. */
export function md5Uuid(text: string): string {
  return createHash('md5')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
