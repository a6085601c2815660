import { NothingToChange, type Decidable, type Decided } from '#kernel';
import type { ReadonlyJournal } from './journal.state.js';
import { keptMember } from './keep-member.js';
import { isCeiling, isFloor, sameLimit } from './limits.js';
import type { SetLimits } from './member.commands.js';
import { LimitInvalid } from './member.errors.js';
import type { LimitsSet } from './member.events.js';
import { requireReason } from './reason.js';
import { accountOf } from './rows.js';

/**
 * One account's limits instead of the bank's; they bind what is started from now on.
 *
 * @throws what `keptMember` throws, then ReasonRequired, LimitInvalid, NothingToChange — in this order
 */
export function setLimits(command: Decidable<SetLimits>, journal: ReadonlyJournal): readonly Decided<LimitsSet>[] {
  const { account, floor, ceiling } = command.input;
  const { actor } = keptMember(command, journal);
  const reason = requireReason(command);
  if (floor && !isFloor(floor)) throw new LimitInvalid('floor');
  if (ceiling && !isCeiling(ceiling)) throw new LimitInvalid('ceiling');
  const before = accountOf(journal, account);
  if (sameLimit(before.floor, floor) && sameLimit(before.ceiling, ceiling)) throw new NothingToChange();

  const data = { account, ...(floor && { floor }), ...(ceiling && { ceiling }), reason };
  return [{ event: { type: 'LimitsSet', data }, actor }];
}
