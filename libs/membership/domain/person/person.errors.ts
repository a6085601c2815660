import { Refusal } from '#kernel';

/** A name has at least one character that is not a space. */
export class NameMissing extends Refusal {
  readonly code = 'NAME_MISSING';
  override readonly field = 'displayName';
}
/** A name has at most 80 characters. */
export class NameTooLong extends Refusal {
  readonly code = 'NAME_TOO_LONG';
  override readonly field = 'displayName';
}
/** Not an e-mail address of at most 254 characters. */
export class EmailInvalid extends Refusal {
  readonly code = 'EMAIL_INVALID';
  override readonly field = 'email';
}
/** Their sign-in opens more than one bank, or a network: no keeper of one of them changes where it goes. */
export class KnownElsewhere extends Refusal {
  readonly code = 'KNOWN_ELSEWHERE';
  override readonly field = 'member';
}
/** Whoever holds a role says where its codes go in a session that has the role. */
export class ConsoleOnly extends Refusal {
  readonly code = 'CONSOLE_ONLY';
}
/** The stream has its person already. */
export class PersonAlreadyRegistered extends Refusal {
  readonly code = 'PERSON_ALREADY_REGISTERED';
}

/** The network has no such edition of its privacy notice. */
export class NoticeUnknown extends Refusal {
  readonly code = 'NOTICE_UNKNOWN';
  override readonly field = 'privacyNotice';
}

/** Who erases everything writes the word that stands beside the field, so that no slip of a finger does it. */
export class ErasureNotConfirmed extends Refusal {
  readonly code = 'ERASURE_NOT_CONFIRMED';
  override readonly field = 'confirmation';
}
/** Somebody still counts on the person elsewhere: roles, and mandates held, in a bank without a membership. */
export class PersonStillBound extends Refusal {
  readonly code = 'PERSON_STILL_BOUND';
}

export const personErrorCodes = [
  'NAME_MISSING',
  'NAME_TOO_LONG',
  'EMAIL_INVALID',
  'KNOWN_ELSEWHERE',
  'CONSOLE_ONLY',
  'PERSON_ALREADY_REGISTERED',
  'NOTICE_UNKNOWN',
  'ERASURE_NOT_CONFIRMED',
  'PERSON_STILL_BOUND',
] as const;
export type PersonErrorCode = (typeof personErrorCodes)[number];
