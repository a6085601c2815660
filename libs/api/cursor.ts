import type { Message } from '#kernel';
import { TopLevelError } from './top-level-errors.js';

const unknownCursor: Message = {
  it: 'Questo punto dell’elenco non vale più: ricomincia dalla prima pagina.',
  en: 'This place in the list is no longer valid: start again from the first page.',
};

/** An opaque place in a list: the view with its version, and the key of the last row. */
export function cursor(view: string, ...key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([view, ...key])).toString('base64url');
}

/** @throws TopLevelError for a cursor of another view, of another version or of nothing */
export function keyIn(view: string, opaque: string, field: string): readonly (string | number)[] {
  const read = parsed(Buffer.from(opaque, 'base64url').toString('utf8'));
  if (!Array.isArray(read) || read[0] !== view || !read.every(isKeyPart))
    throw new TopLevelError('BAD_USER_INPUT', unknownCursor, field);
  return read.slice(1) as readonly (string | number)[];
}

function isKeyPart(part: unknown): boolean {
  return typeof part === 'string' || Number.isSafeInteger(part);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
