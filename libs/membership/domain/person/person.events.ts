import type { BankId, Event, NetworkId, PersonId, SealedText } from '#kernel';

/** The language in which a person is written to. */
export type Language = 'it' | 'en';

/** For whom a person was registered. */
export type Asking = { readonly bank: BankId } | { readonly network: NetworkId };

/** The first record of a person's stream: all that is known by name about one human being. */
export type PersonRegistered = Event<
  'PersonRegistered',
  {
    readonly person: PersonId;
    readonly name: SealedText;
    readonly email?: SealedText;
    readonly language: Language;
    /** Absent in records of version 1. */
    readonly askedBy?: Asking;
  }
>;

export type PersonRenamed = Event<'PersonRenamed', { readonly person: PersonId; readonly name: SealedText }>;

/** From now on the person is written to, and signs in, at this address; the one before stays sealed in its record. */
export type EmailChanged = Event<'EmailChanged', { readonly person: PersonId; readonly email: SealedText }>;

/** How a person said it: on a screen of their own, or on paper that a desk keeps under this number. */
export type Manner = { readonly kind: 'screen' } | { readonly kind: 'paper'; readonly document: string };

/** The person has read an edition of a network's privacy notice. It allows nothing; it shows that they were told. */
export type NoticeAcknowledged = Event<
  'NoticeAcknowledged',
  { readonly person: PersonId; readonly network: NetworkId; readonly privacyNotice: string; readonly how: Manner }
>;

/** What only happens to people who said yes to it: to be listed in public, to be written to beyond what concerns their hours. */
export type Purpose = 'being-listed' | 'being-written-to';

export type ConsentGiven = Event<
  'ConsentGiven',
  { readonly person: PersonId; readonly network: NetworkId; readonly purpose: Purpose; readonly how: Manner }
>;

export type ConsentWithdrawn = Event<
  'ConsentWithdrawn',
  { readonly person: PersonId; readonly network: NetworkId; readonly purpose: Purpose; readonly how: Manner }
>;

/** The last record: nothing that names the person can be read any more. */
export type PersonErased = Event<
  'PersonErased',
  {
    readonly person: PersonId;
    /** The person asked; the last membership was erased; nobody ever needed the person; the register of erasures says so. */
    readonly ground: 'own-wish' | 'last-membership' | 'never-needed' | 'register';
  }
>;

export type PersonEvent =
  PersonRegistered | PersonRenamed | EmailChanged | NoticeAcknowledged | ConsentGiven | ConsentWithdrawn | PersonErased;

/** Schema version of each type as written today. A change of shape raises it and brings an upcaster and a golden file. */
export const personEventVersions: Readonly<Record<PersonEvent['type'], number>> = {
  PersonRegistered: 2,
  PersonRenamed: 1,
  EmailChanged: 1,
  NoticeAcknowledged: 1,
  ConsentGiven: 1,
  ConsentWithdrawn: 1,
  PersonErased: 1,
};
