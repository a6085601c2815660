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

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The database cannot be reached: start it, or set DATABASE_URL.',
  ENOTFOUND: 'The database cannot be found under the name in DATABASE_URL.',
  EADDRINUSE: 'The port is in use by another program: set PORT to a free one.',
  EACCES: 'The port or a file may not be used by this user.',
  ENOSPC: 'The disk is full.',
  '28P01': 'The database refuses the password in DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist.',
  '53100': 'The disk of the database is full.',
};

/** What whoever runs the program can do about a trouble; undefined for a fault, which shows itself whole. */
export function oneSentence(cause: unknown): string | undefined {
  if (saysItself.some((kind) => cause instanceof kind) && cause instanceof Error) return cause.message;
  if (cause instanceof AggregateError) return oneSentence(cause.errors[0]);
  if (cause instanceof StoreUnavailable) return sentences['ECONNREFUSED'];
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return sentences[code];
}
