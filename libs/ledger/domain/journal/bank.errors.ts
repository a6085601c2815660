import { Refusal } from '#kernel';

export class BankAlreadyOpen extends Refusal {
  readonly code = 'BANK_ALREADY_OPEN';
}
export class HandleInvalid extends Refusal {
  readonly code = 'HANDLE_INVALID';
  override readonly field = 'handle';
}
export class NameInvalid extends Refusal {
  readonly code = 'NAME_INVALID';
  override readonly field = 'name';
}
/** `rule` names the first one that is not as it must be. */
export class BankRuleInvalid extends Refusal {
  readonly code = 'BANK_RULE_INVALID';
  override readonly field = 'rules';
}
export class AdministratorRequired extends Refusal {
  readonly code = 'ADMINISTRATOR_REQUIRED';
  override readonly field = 'administrators';
}
export class HubNotServed extends Refusal {
  readonly code = 'HUB_NOT_SERVED';
  override readonly field = 'hub';
}
export class HubAlreadyServed extends Refusal {
  readonly code = 'HUB_ALREADY_SERVED';
  override readonly field = 'hub';
}
