import type { Trouble } from '../api/trouble.js';
import { words } from '../words/words.js';
import type { App } from './app.js';

/** Whose sign-in is over is asked for it again. @returns whether it is */
export function isSignedOut(app: App, { kind }: Trouble): boolean {
  if (kind !== 'signed-out') return false;
  app.set({ phase: 'stranger', home: undefined, place: { name: 'home' } });
  app.focus('tb-email');
  return true;
}

/** Why something cannot be read or changed now, where nothing is lost by asking again. */
export function troubleWords({ kind, code }: Trouble): string {
  if (kind === 'away') return words.needsNetwork();
  return kind === 'too-many' ? words.tooMany() : words.unexpected(code);
}
