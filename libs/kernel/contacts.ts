import type { PersonId } from './ids.js';

/** How a person is reached. */
export interface Contact {
  readonly person: PersonId;
  readonly email: string;
  readonly language: 'it' | 'en';
}

/** Whose an address is, and whether it is somebody else's too. */
export interface AddressHolder extends Contact {
  readonly isShared: boolean;
}

/** Who can be written to, and whose an address is. An erased person has none. */
export interface Contacts {
  of(person: PersonId): Promise<Contact | undefined>;
  /** Which of these persons have an address, and in which language they are written to; as of a moment ago. */
  languagesOf(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Contact['language']>>;
  /**
   * Upper and lower case are one address. Takes as long for an address that nobody has.
   *
   * Several people may share an address, as families do: it is the one's who has had it longest. A code sent to it opens
   * that person's account and nobody else's; the others sign in with a code from a desk, as people without an address do.
   * Nobody who names an address later takes it away. Whoever proves to have a shared address has not proved to be that
   * person: nothing that lasts may hang on it, and no stranger is told that it is shared.
   */
  withAddress(address: string): Promise<AddressHolder | undefined>;
}

/** Nest's name for the port. */
export const CONTACTS = Symbol('Contacts');
