import { ServerApi } from '../api/server-api.js';
import { Session } from '../api/session.js';
import { Transport } from '../api/transport.js';
import type { Surroundings } from '../app/app.js';
import { BrowserShelf } from '../offline/shelf.js';
import type { Language } from '../plain/language.js';

export interface Asked {
  readonly server: string;
  readonly hub: string;
  readonly keepsHistory: boolean;
  readonly language: () => Language;
  readonly speak: (language: Language) => void;
}

/** The browser as the client meets it. */
export function surroundingsOf({ server, hub, keepsHistory, language, speak }: Asked): Surroundings {
  const transport = new Transport(server, language);
  const place = `banca-tempo ${server} ${hub}`;
  return {
    api: new ServerApi(transport, new Session(transport, place)),
    shelf: new BrowserShelf(`${place} viewer`),
    hub,
    origin: location.origin,
    language,
    speak,
    pushHistory: (depth) => {
      if (keepsHistory) history.pushState({ ...(history.state as object | null), bancaTempo: depth }, '');
    },
    popHistory: () => {
      if (keepsHistory) history.back();
      else dispatchEvent(new PopStateEvent('popstate'));
    },
    now: () => new Date(),
    newKey: () => crypto.randomUUID(),
  };
}
