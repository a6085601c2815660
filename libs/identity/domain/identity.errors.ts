import { Refusal } from '#kernel';

/** Not the code that was sent last, or not sent to anybody. */
export class CodeWrong extends Refusal {
  readonly code = 'CODE_WRONG';
  override readonly field = 'code';
}
/** Used, expired, tried too often, or asked for nowhere: whichever, the next step is a new one. */
export class CodeOver extends Refusal {
  readonly code = 'CODE_OVER';
  override readonly field = 'code';
}
/** Asked too often from one place, for one address or at one hub. */
export class AskedTooOften extends Refusal {
  readonly code = 'ASKED_TOO_OFTEN';
}
/** Who has an e-mail address gets codes there: on paper another could read them. */
export class MemberHasEmail extends Refusal {
  readonly code = 'MEMBER_HAS_EMAIL';
  override readonly field = 'member';
}
/** A client of a hub signs people in only on the pages that the hub has registered, and on our own. */
export class PageNotAllowed extends Refusal {
  readonly code = 'PAGE_NOT_ALLOWED';
  override readonly field = 'hub';
}

export type IdentityErrorCode =
  'CODE_WRONG' | 'CODE_OVER' | 'ASKED_TOO_OFTEN' | 'MEMBER_HAS_EMAIL' | 'PAGE_NOT_ALLOWED';
