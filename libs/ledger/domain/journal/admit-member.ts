import type { AccountId, Actor, Decidable, Decided, HubId, LocalDate } from '#kernel';
import { requireImport, requireRole, requireScope } from './authority.js';
import { requireServed } from './exchange-terms.js';
import type { ReadonlyJournal } from './journal.state.js';
import type { AdmitMember } from './member.commands.js';
import { AlreadyAMember, MembershipInFuture } from './member.errors.js';
import type { MemberAdmitted } from './member.events.js';
import { openedBank } from './opened.js';

/**
 * A person becomes a member, with the next member number and an account of no minutes. A membership may begin in the past.
 *
 * @throws NotFound (no bank), Forbidden or, to strangers, NotFound, HubNotServed, NotFound (out of scope),
 * AlreadyAMember, MembershipInFuture — in this order
 */
export function admitMember(
  command: Decidable<AdmitMember>,
  journal: ReadonlyJournal,
): readonly Decided<MemberAdmitted>[] {
  const { person, hub, since, channel } = command.input;
  const { today } = openedBank(journal, command.at);
  const actor = admitting(journal, command.actor, hub, today);
  const [account] = journal.accountsOf.get(person) ?? [];
  if (account) throw new AlreadyAMember({ account });
  if (since > today) throw new MembershipInFuture({ since });

  const data = {
    account: command.newId<AccountId>('account'),
    person,
    number: journal.lastMemberNumber + 1,
    hub,
    since,
    channel,
  };
  return [{ event: { type: 'MemberAdmitted', data }, actor }];
}

function admitting(journal: ReadonlyJournal, actor: Actor, hub: HubId, today: LocalDate): Actor {
  if ('import' in actor) {
    requireImport(journal, actor, today);
    requireServed(journal, hub);
    return actor;
  }
  const keeper = requireRole(journal, actor, today, ['coordinator', 'administrator']);
  requireServed(journal, hub);
  return requireScope(journal, keeper, hub);
}
