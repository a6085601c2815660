import type { PersonId, Powers } from '#kernel';
import type { SessionId } from '../domain/session/session.state.js';

/** The session behind a token. */
export interface TokenSession {
  readonly id: SessionId;
  readonly powers: Powers;
  /** The only web origin whose pages may use the token. */
  readonly origin?: string;
}

/** Who sent a request, and by which of their rights. */
export interface Bearer {
  readonly person: PersonId;
  readonly powers: Powers;
  /** Absent for a token that nobody signed in for: of tests and of whoever runs the server. */
  readonly session?: SessionId;
  readonly origin?: string;
}

/** Says who sent a request. Whoever holds a token is that person until it expires or its session ends. */
export interface Tokens {
  /** @param session left out: all powers, until the token expires */
  issue(person: PersonId, lifeSeconds: number, session?: TokenSession): Promise<string>;
  /** undefined for anything that is not a valid token of ours, whatever is wrong with it. */
  bearer(token: string): Promise<Bearer | undefined>;
}

/** Nest's name for the port. */
export const TOKENS = Symbol('Tokens');

/** The token of an Authorization header. */
export function bearerOf(header: string | undefined): string | undefined {
  return header === undefined ? undefined : /^bearer ([^ ]*)$/i.exec(header)?.[1];
}
