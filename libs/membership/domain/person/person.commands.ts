import type { Command } from '#kernel';
import type { Language } from './person.events.js';

/** Before a network or a journal refers to the person, by whoever may make that reference. texts: name, email?. */
export type RegisterPerson = Command<'RegisterPerson', { readonly language: Language }>;

/** By the person. texts: name. */
export type RenamePerson = Command<'RenamePerson', Readonly<Record<string, never>>>;

export type PersonCommand = RegisterPerson | RenamePerson;
