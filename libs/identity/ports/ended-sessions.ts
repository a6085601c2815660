import type { SessionId } from '../domain/session/session.state.js';

/** Sessions that somebody ended while their access tokens still hold. */
export interface EndedSessions {
  /** Known here at once; other processes hear of it within a second. */
  add(session: SessionId): void;
  has(session: SessionId): Promise<boolean>;
}
