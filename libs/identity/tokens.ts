import type { PersonId } from '#kernel';

/** Says who sent a request. Whoever holds a token is that person until it expires. */
export interface Tokens {
  issue(person: PersonId, lifeSeconds: number): Promise<string>;
  /** undefined for anything that is not a valid token of ours, whatever is wrong with it. */
  personOf(token: string): Promise<PersonId | undefined>;
}

/** Nest's name for the port. */
export const TOKENS = Symbol('Tokens');

/** The token of an Authorization header. */
export function bearerOf(header: string | undefined): string | undefined {
  const [scheme, token, ...rest] = header?.split(' ') ?? [];
  return scheme?.toLowerCase() === 'bearer' && rest.length === 0 ? token : undefined;
}
