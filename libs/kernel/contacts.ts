import type { PersonId } from './ids.js';

/** How a person is reached. */
export interface Contact {
  readonly person: PersonId;
  readonly email: string;
  readonly language: 'it' | 'en';
}

/** Who can be written to, and whose an address is. An erased person has none. */
export interface Contacts {
  of(person: PersonId): Promise<Contact | undefined>;
  /** Upper and lower case are one address. Takes as long for an address that nobody has. */
  withAddress(address: string): Promise<Contact | undefined>;
}

/** Nest's name for the port. */
export const CONTACTS = Symbol('Contacts');
