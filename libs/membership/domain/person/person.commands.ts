import type { Command, NetworkId } from '#kernel';
import type { Asking, Language, Manner, PersonErased, Purpose } from './person.events.js';

/** Before a network or a journal refers to the person, by whoever may make that reference. texts: name, email?. */
export type RegisterPerson = Command<'RegisterPerson', { readonly language: Language; readonly askedBy: Asking }>;

/** By the person. texts: name. */
export type RenamePerson = Command<'RenamePerson', Readonly<Record<string, never>>>;

/** By the person on screen, or by a desk that keeps the signed paper. */
export type AcknowledgeNotice = Command<
  'AcknowledgeNotice',
  { readonly network: NetworkId; readonly privacyNotice: string; readonly how: Manner }
>;

/** As `AcknowledgeNotice`. Nothing is consented to until it is said. */
export type SetConsent = Command<
  'SetConsent',
  { readonly network: NetworkId; readonly purpose: Purpose; readonly given: boolean; readonly how: Manner }
>;

/** By the person at their own wish; by the system on any other ground. */
export type ErasePerson = Command<'ErasePerson', { readonly ground: PersonErased['data']['ground'] }>;

/** By the person, or by a coordinator whose grant the actor names. texts: email. */
export type ChangeEmail = Command<'ChangeEmail', Readonly<Record<string, never>>>;

export type PersonCommand = RegisterPerson | RenamePerson | ChangeEmail | AcknowledgeNotice | SetConsent | ErasePerson;
