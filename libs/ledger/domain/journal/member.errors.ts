import { Refusal } from '#kernel';

export class ReasonRequired extends Refusal {
  readonly code = 'REASON_REQUIRED';
  override readonly field = 'reason';
}
export class AlreadyAMember extends Refusal {
  readonly code = 'ALREADY_A_MEMBER';
  override readonly field = 'person';
}
export class MembershipInFuture extends Refusal {
  readonly code = 'MEMBERSHIP_IN_FUTURE';
  override readonly field = 'since';
}
/** Nobody decides about their own standing or limits. */
export class OwnAccount extends Refusal {
  readonly code = 'OWN_ACCOUNT';
  override readonly field = 'account';
}
/** How somebody who keeps the bank signs in is changed by an administrator of it. */
export class HoldsARole extends Refusal {
  readonly code = 'HOLDS_A_ROLE';
  override readonly field = 'account';
}
/** A floor is none, zero or below; a ceiling none, zero or above. */
export class LimitInvalid extends Refusal {
  readonly code = 'LIMIT_INVALID';

  constructor(override readonly field: 'floor' | 'ceiling') {
    super({ field });
  }
}
/** Nobody gives oneself a mandate, and a member needs none for the own account. */
export class MandateToOneself extends Refusal {
  readonly code = 'MANDATE_TO_ONESELF';
  override readonly field = 'person';
}
/** The last day lies before the first. */
export class DatesInWrongOrder extends Refusal {
  readonly code = 'DATES_IN_WRONG_ORDER';
}
/** The last day has passed already. */
export class AlreadyOver extends Refusal {
  readonly code = 'ALREADY_OVER';
  override readonly field = 'until';
}
/** A coordinator's scope is a hub that the bank serves, or one above it. */
export class RoleNeedsHub extends Refusal {
  readonly code = 'ROLE_NEEDS_HUB';
  override readonly field = 'hub';
}
/** Auditors and administrators are the whole bank's. */
export class RoleHasNoHub extends Refusal {
  readonly code = 'ROLE_HAS_NO_HUB';
  override readonly field = 'hub';
}
/** A bank always keeps an administrator whose grant is in force and has no end. */
export class LastAdministrator extends Refusal {
  readonly code = 'LAST_ADMINISTRATOR';
}
/** What still binds a member to others comes to its end first: claims that wait, roles, mandates given and held. */
export class MemberStillBound extends Refusal {
  readonly code = 'MEMBER_STILL_BOUND';
  override readonly field = 'account';
}
/** Only the member has an own wish; an administrator has paper, an order, or a time of keeping that is over. */
export class ErasureGroundInvalid extends Refusal {
  readonly code = 'ERASURE_GROUND_INVALID';
  override readonly field = 'ground';
}
