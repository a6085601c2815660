import { Refusal } from '#kernel';

export class NetworkAlreadyOpen extends Refusal {
  readonly code = 'NETWORK_ALREADY_OPEN';
}
/** A network is never without an administrator. */
export class AdministratorMissing extends Refusal {
  readonly code = 'ADMINISTRATOR_MISSING';
  override readonly field = 'administrators';
}
/** A handle is `[a-z][a-z0-9-]{1,39}`. */
export class NetworkHandleInvalid extends Refusal {
  readonly code = 'NETWORK_HANDLE_INVALID';
  override readonly field = 'handle';
}
/** Another bank of the network has this handle. */
export class BankHandleTaken extends Refusal {
  readonly code = 'BANK_HANDLE_TAKEN';
  override readonly field = 'handle';
}
/** Another hub of the network has this handle. */
export class HubHandleTaken extends Refusal {
  readonly code = 'HUB_HANDLE_TAKEN';
  override readonly field = 'handle';
}
/** A public name has 1 to 80 characters and no space around it. */
export class PublicNameInvalid extends Refusal {
  readonly code = 'PUBLIC_NAME_INVALID';
  override readonly field = 'name';
}
/** The version of a notice is `[0-9A-Za-z/.-]{1,24}` with a digit. */
export class PrivacyNoticeInvalid extends Refusal {
  readonly code = 'PRIVACY_NOTICE_INVALID';
  override readonly field = 'privacyNotice';
}
/** This edition of the notice has its words already: other words are another edition. */
export class PrivacyNoticeTaken extends Refusal {
  readonly code = 'PRIVACY_NOTICE_TAKEN';
  override readonly field = 'privacyNotice';
}
/** A notice has a title of 1 to 120 and a text of 1 to 20,000 characters in each of its languages. */
export class NoticeWordsInvalid extends Refusal {
  readonly code = 'NOTICE_WORDS_INVALID';

  constructor(override readonly field: 'title' | 'text') {
    super({ field });
  }
}
/** A member's erasure is proposed after 6 to 120 months; who read an account is kept for 30 to 3,650 days. */
export class RetentionOutOfBounds extends Refusal {
  readonly code = 'RETENTION_OUT_OF_BOUNDS';

  constructor(override readonly field: 'monthsAfterLastActivity' | 'readLogDays') {
    super({ field });
  }
}
/** A hub cannot hang below itself. */
export class HubBelowItself extends Refusal {
  readonly code = 'HUB_BELOW_ITSELF';
  override readonly field = 'parent';
}
/** This branch of the tree was placed on a later day already: places are told in the order of their days. */
export class BranchPlacedLater extends Refusal {
  readonly code = 'BRANCH_PLACED_LATER';
  override readonly field = 'from';
}
/** An origin is exactly `https://host[:port]`; `http://localhost[:port]` for trying out. At most 20, each once. */
export class OriginInvalid extends Refusal {
  readonly code = 'ORIGIN_INVALID';
  override readonly field = 'origins';
}
export class TooManyOrigins extends Refusal {
  readonly code = 'TOO_MANY_ORIGINS';
  override readonly field = 'origins';
}
/** A desk's hours are one line of 1 to 120 characters. */
export class OpeningHoursInvalid extends Refusal {
  readonly code = 'OPENING_HOURS_INVALID';
  override readonly field = 'hours';
}
/** A number has 5 to 25 digits and spaces, and perhaps a plus in front. */
export class PhoneInvalid extends Refusal {
  readonly code = 'PHONE_INVALID';
  override readonly field = 'phone';
}
/** One e-mail address and nothing beside it, of at most 254 characters. */
export class DeskEmailInvalid extends Refusal {
  readonly code = 'DESK_EMAIL_INVALID';
  override readonly field = 'email';
}

export const networkErrorCodes = [
  'NETWORK_ALREADY_OPEN',
  'ADMINISTRATOR_MISSING',
  'NETWORK_HANDLE_INVALID',
  'BANK_HANDLE_TAKEN',
  'HUB_HANDLE_TAKEN',
  'PUBLIC_NAME_INVALID',
  'PRIVACY_NOTICE_INVALID',
  'PRIVACY_NOTICE_TAKEN',
  'NOTICE_WORDS_INVALID',
  'RETENTION_OUT_OF_BOUNDS',
  'HUB_BELOW_ITSELF',
  'BRANCH_PLACED_LATER',
  'ORIGIN_INVALID',
  'TOO_MANY_ORIGINS',
  'OPENING_HOURS_INVALID',
  'PHONE_INVALID',
  'DESK_EMAIL_INVALID',
] as const;
export type NetworkErrorCode = (typeof networkErrorCodes)[number];
