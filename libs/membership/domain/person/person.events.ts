import type { Event, PersonId, SealedText } from '#kernel';

/** The language in which a person is written to. */
export type Language = 'it' | 'en';

/** The first record of a person's stream: all that is known by name about one human being. */
export type PersonRegistered = Event<
  'PersonRegistered',
  { readonly person: PersonId; readonly name: SealedText; readonly email?: SealedText; readonly language: Language }
>;

export type PersonRenamed = Event<'PersonRenamed', { readonly person: PersonId; readonly name: SealedText }>;

export type PersonEvent = PersonRegistered | PersonRenamed;

/** Schema version of each type as written today. A change of shape raises it and brings an upcaster and a golden file. */
export const personEventVersions: Readonly<Record<PersonEvent['type'], number>> = {
  PersonRegistered: 1,
  PersonRenamed: 1,
};
