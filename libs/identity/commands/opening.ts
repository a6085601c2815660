import type { PersonId } from '#kernel';
import type { Place, SessionId, SignedInBy } from '../domain/session/session.state.js';

/** Somebody whose identity was just proved. */
export interface Opening {
  readonly person: PersonId;
  readonly place: Place;
  readonly by: SignedInBy;
  /** The User-Agent header: what is kept of it is a word for the browser and one for the system. */
  readonly agent?: string | undefined;
}

/** What the page that asked is given, once: nothing of it can be read again. */
export type Opened =
  | {
      readonly kind: 'console';
      readonly session: SessionId;
      /** The value of the console's cookie. */
      readonly secret: string;
      readonly lifeSeconds: number;
    }
  | ({ readonly kind: 'embedded'; readonly session: SessionId } & Kept);

/** What a page embedded at a hub keeps: the access token in memory, the rest for as long as its tab lives. */
export interface Kept {
  readonly access: string;
  readonly accessSeconds: number;
  readonly refresh: string;
  /** Goes with every refresh token of this sign-in. */
  readonly device: string;
}
