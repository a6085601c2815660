import { NothingToChange, type Decidable, type Decided } from '#kernel';
import type { ReadonlyJournal } from './journal.state.js';
import { keptMember } from './keep-member.js';
import type { SuspendMember } from './member.commands.js';
import type { MemberSuspended } from './member.events.js';
import { requireReason } from './reason.js';

/**
 * No new exchange with a service date from that day on, until readmitted.
 *
 * @throws what `keptMember` throws, then ReasonRequired, NothingToChange (suspended already) — in this order
 */
export function suspendMember(
  command: Decidable<SuspendMember>,
  journal: ReadonlyJournal,
): readonly Decided<MemberSuspended>[] {
  const { account, from } = command.input;
  const { membership, actor } = keptMember(command, journal);
  const reason = requireReason(command);
  if (membership.suspensions.some(({ until }) => until === undefined)) throw new NothingToChange();
  return [{ event: { type: 'MemberSuspended', data: { account, from, reason } }, actor }];
}
