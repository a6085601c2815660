import { ServerApi } from '../api/server-api.js';
import { Session } from '../api/session.js';
import { Transport } from '../api/transport.js';
import type { Surroundings } from '../app/app.js';
import type { Downloaded } from '../api/transport.js';
import { BrowserShelf } from '../offline/shelf.js';
import type { Language } from '../plain/language.js';

export interface Asked {
  readonly server: string;
  readonly hub: string;
  /** Which of the elements on the page asks, from 1. */
  readonly number: number;
  readonly keepsHistory: boolean;
  readonly language: () => Language;
  readonly speak: (language: Language) => void;
}

/** Until the browser has surely begun to write it. */
const keptMs = 60_000;

const depthKey = (number: number): string => `bancaTempo${String(number)}`;

/** How deep an element stands in an entry of the page's history. */
export function depthIn(state: unknown, number: number): number {
  return (state as Readonly<Record<string, number>> | null)?.[depthKey(number)] ?? 0;
}

/** The browser as the client meets it. */
export function surroundingsOf({ server, hub, number, keepsHistory, language, speak }: Asked): Surroundings {
  const transport = new Transport(server, language);
  const place = `banca-tempo ${server} ${hub}`;
  const keep = (how: 'pushState' | 'replaceState', depth: number): void => {
    history[how]({ ...(history.state as object | null), [depthKey(number)]: depth }, '');
  };
  // A page that is loaded again starts at home, and the browser still has the depth of before.
  if (keepsHistory) keep('replaceState', 0);
  return {
    api: new ServerApi(transport, new Session(transport, place)),
    shelf: new BrowserShelf(`${place} viewer`),
    hub,
    origin: location.origin,
    place,
    isBack: () => location.hash.startsWith('#reciproca-'),
    number,
    keepsHistory,
    language,
    speak,
    pushHistory: (depth) => {
      if (keepsHistory) keep('pushState', depth);
    },
    popHistory: () => {
      history.back();
    },
    save,
    now: () => new Date(),
    newKey: () => crypto.randomUUID(),
  };
}

/** A link that nobody sees: the answer to a question with a token has no address of its own. */
function save({ name, content }: Downloaded): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, keptMs);
}
