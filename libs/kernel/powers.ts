import type { PersonId } from './ids.js';

/**
 * What a session may use of its person's rights: everything, or only what is the person's own — account, mandates —
 * whatever roles the person has elsewhere.
 */
export type Powers = 'all' | 'own';

/** Who asks, and by which of their rights. */
export interface Asker {
  readonly person: PersonId;
  readonly powers: Powers;
}

/** A person with all rights: for programs that somebody runs in person, where no session narrows them. */
export function inPerson(person: PersonId): Asker {
  return { person, powers: 'all' };
}
