import type { PersonId } from '#kernel';
import type { Family } from '../domain/session/refresh.js';
import type { Place, SessionId, SignedInBy } from '../domain/session/session.state.js';

/** A session as it is kept: nothing in it lets anybody in. */
export interface NewSession {
  readonly id: SessionId;
  readonly person: PersonId;
  readonly place: Place;
  readonly by: SignedInBy;
  readonly agent: string;
  readonly openedAtMs: number;
  readonly endsAtMs: number;
  /** Of the console's cookie, or of the device that keeps the refresh tokens. */
  readonly secretHash: Uint8Array;
  /** Goes into every refresh token of the session. */
  readonly salt: string;
}

export interface KeptSession extends NewSession {
  readonly family: Family;
  /** When it was last refreshed, or opened. */
  readonly seenAtMs: number;
}

export interface SessionStore {
  open(session: NewSession): Promise<void>;
  /**
   * One at a time for each session: what is decided is kept before the next one reads.
   *
   * @param decide what becomes of the family at a moment of the one clock that all servers share; the same family: nothing
   */
  change<Answer>(
    session: SessionId,
    decide: (kept: KeptSession, atMs: number) => { readonly family: Family; readonly answer: Answer },
  ): Promise<Answer | undefined>;
  /** The console's session behind a cookie, unless it is over. */
  ofSecret(hash: Uint8Array, atMs: number): Promise<KeptSession | undefined>;
  /** All that are not over, the last opened first. */
  ofPerson(person: PersonId, atMs: number): Promise<readonly KeptSession[]>;
  /** Ends one of the person's sessions, or all. @returns those that were not over */
  end(person: PersonId, which: SessionId | 'all', atMs: number): Promise<readonly SessionId[]>;
  /** Sessions that were ended before their time, by whichever process. */
  endedSince(ms: number): Promise<readonly SessionId[]>;
  /** Takes away what nobody asks for any more. */
  sweep(beforeMs: number): Promise<void>;
  /** Ends what an erased person is signed in with, and leaves nothing that says whose it was. */
  forget(person: PersonId, atMs: number): Promise<void>;
}
