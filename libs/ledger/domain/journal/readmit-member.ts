import { NothingToChange, type Decidable, type Decided } from '#kernel';
import type { ReadonlyJournal } from './journal.state.js';
import { keptMember } from './keep-member.js';
import type { ReadmitMember } from './member.commands.js';
import { DatesInWrongOrder } from './member.errors.js';
import type { MemberReadmitted } from './member.events.js';

/**
 * In standing again from that day on; on the suspension's own first day it is as if there had been none.
 *
 * @throws what `keptMember` throws, then NothingToChange (not suspended), DatesInWrongOrder — in this order
 */
export function readmitMember(
  command: Decidable<ReadmitMember>,
  journal: ReadonlyJournal,
): readonly Decided<MemberReadmitted>[] {
  const { account, from } = command.input;
  const { membership, actor } = keptMember(command, journal);
  const suspension = membership.suspensions.find(({ until }) => until === undefined);
  if (!suspension) throw new NothingToChange();
  if (from < suspension.from) throw new DatesInWrongOrder({ from: suspension.from, until: from });
  const reason = command.sealed['reason'];
  return [{ event: { type: 'MemberReadmitted', data: { account, from, ...(reason && { reason }) } }, actor }];
}
