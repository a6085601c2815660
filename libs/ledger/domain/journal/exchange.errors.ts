import { Refusal } from '#kernel';

/** Provider and receiver are the same person, whatever accounts they use. */
export class SelfExchange extends Refusal {
  readonly code = 'SELF_EXCHANGE';
}
/** Time given is at least one step; travel is none or more. */
export class MinutesNotPositive extends Refusal {
  readonly code = 'MINUTES_NOT_POSITIVE';
  override readonly field = 'minutes';
}
/** Time given and travel are each a multiple of the bank's step. */
export class MinutesNotInSteps extends Refusal {
  readonly code = 'MINUTES_NOT_IN_STEPS';
  override readonly field = 'minutes';
}
/** More than one exchange may move. */
export class MinutesAboveMax extends Refusal {
  readonly code = 'MINUTES_ABOVE_MAX';
  override readonly field = 'minutes';
}
export class UnknownCategory extends Refusal {
  readonly code = 'UNKNOWN_CATEGORY';
  override readonly field = 'category';
}
export class UnknownStrand extends Refusal {
  readonly code = 'UNKNOWN_STRAND';
  override readonly field = 'strand';
}
/** Where a code or an opaque id is asked, free words would stay readable for ever. */
export class CodeInvalid extends Refusal {
  readonly code = 'CODE_INVALID';

  constructor(override readonly field: 'desk' | 'offer' | 'request') {
    super({ field });
  }
}
/** Only a desk names a desk, a party it speaks for, or paper. */
export class DeskOnly extends Refusal {
  readonly code = 'DESK_ONLY';

  constructor(override readonly field: 'desk' | 'onBehalfOf' | 'sheet') {
    super({ field });
  }
}
/** A coordinator who is a party's delegate decides nothing about the exchange at a desk. */
export class DeskIsParty extends Refusal {
  readonly code = 'DESK_IS_PARTY';
}
/** A desk types on behalf of one of the two parties. */
export class NotAParty extends Refusal {
  readonly code = 'NOT_A_PARTY';
  override readonly field = 'onBehalfOf';
}
/** A document number is `[0-9A-Za-z/.-]{1,24}` with a digit. */
export class PaperNumberInvalid extends Refusal {
  readonly code = 'PAPER_NUMBER_INVALID';
  override readonly field = 'sheet';
}
/** A desk confirms for a side only with paper that this side signed. */
export class PaperRequired extends Refusal {
  readonly code = 'PAPER_REQUIRED';
  override readonly field = 'sheet';
}
export class ServiceDateInFuture extends Refusal {
  readonly code = 'SERVICE_DATE_IN_FUTURE';
  override readonly field = 'serviceDate';
}
export class BeforeMembership extends Refusal {
  readonly code = 'BEFORE_MEMBERSHIP';
}
export class MemberSuspended extends Refusal {
  readonly code = 'MEMBER_SUSPENDED';
}
/** A party's texts were erased: the account keeps its hours and takes part in nothing new. */
export class MemberGone extends Refusal {
  readonly code = 'MEMBER_GONE';
}
export class TooManyOpenClaims extends Refusal {
  readonly code = 'TOO_MANY_OPEN_CLAIMS';
}
/** A hard floor forbids it. `limitMinutes` and `availableMinutes` are left out for who may not read the account. */
export class FloorReached extends Refusal {
  readonly code = 'FLOOR_REACHED';
}
/** A hard ceiling forbids it. `limitMinutes` and `availableMinutes` are left out for who may not read the account. */
export class CeilingReached extends Refusal {
  readonly code = 'CEILING_REACHED';
}
/** It was posted, declined, withdrawn, or has expired. */
export class ExchangeNotOpen extends Refusal {
  readonly code = 'EXCHANGE_NOT_OPEN';
}
export class NotYourTurn extends Refusal {
  readonly code = 'NOT_YOUR_TURN';
}
/** Nobody answers what they proposed themselves, in whatever capacity. */
export class OwnClaim extends Refusal {
  readonly code = 'OWN_CLAIM';
}
/** Withdrawing is for whoever logged, and for the side that logged. */
export class NotWhoLogged extends Refusal {
  readonly code = 'NOT_WHO_LOGGED';
}
export class TooManyRows extends Refusal {
  readonly code = 'TOO_MANY_ROWS';
  override readonly field = 'rows';
}
