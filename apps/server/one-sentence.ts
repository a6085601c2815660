import { EventStoreDbRefused, UnsafeDatabaseSettings } from '#event-store';
import { StoreUnavailable } from '#kernel';
import { StillServed, ViewsOfAnotherStore } from '#read-model';
import { ViewsStandStill } from './cli/caught-up.js';
import { StoresDiffer } from './cli/store-copy.js';
import { MoveRefused } from './cli/store-move.js';
import { SettingsRefused } from './settings.js';

/** Their message is a sentence for whoever runs the program. */
const saysItself = [
  SettingsRefused,
  UnsafeDatabaseSettings,
  EventStoreDbRefused,
  ViewsStandStill,
  StillServed,
  ViewsOfAnotherStore,
  StoresDiffer,
  MoveRefused,
];

/** By code; they name the setting or the word of a command that holds the address. */
const sentences: Readonly<Record<string, (named: string) => string>> = {
  ECONNREFUSED: (named) => `The database cannot be reached: start it, or set ${named}.`,
  ENOTFOUND: (named) => `The database cannot be found under the name in ${named}.`,
  EADDRINUSE: () => 'The port is in use by another program: set PORT to a free one.',
  EACCES: () => 'The port or a file may not be used by this user.',
  ENOSPC: () => 'The disk is full.',
  '28P01': (named) => `The database refuses the password in ${named}.`,
  '3D000': (named) => `The database named in ${named} does not exist.`,
  '53100': () => 'The disk of the database is full.',
};

/**
 * What whoever runs the program can do about a trouble; undefined for a fault, which shows itself whole.
 *
 * @param named where the address of the database was written
 */
export function oneSentence(cause: unknown, named = 'DATABASE_URL'): string | undefined {
  if (saysItself.some((kind) => cause instanceof kind) && cause instanceof Error) return cause.message;
  if (cause instanceof AggregateError) return oneSentence(cause.errors[0], named);
  if (cause instanceof StoreUnavailable) return sentences['ECONNREFUSED']?.(named);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return sentences[code]?.(named);
}
