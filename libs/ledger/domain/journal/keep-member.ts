import { NotFound, type AccountId, type Command, type Decidable, type LocalDate, type PersonActor } from '#kernel';
import { requireRole, requireScope } from './authority.js';
import type { Membership, ReadonlyJournal } from './journal.state.js';
import { OwnAccount } from './member.errors.js';
import { openedBank } from './opened.js';

/** A membership, and who decides about it by what grant. */
export interface KeptMember {
  readonly membership: Membership;
  readonly actor: PersonActor;
  readonly today: LocalDate;
}

/**
 * A coordinator in scope of the member's hub, or an administrator; never the member in person.
 *
 * @throws NotFound (no bank), Forbidden or, to strangers, NotFound, NotFound (no such account, one that was erased, or out of scope), OwnAccount
 * — in this order
 */
export function keptMember(
  command: Decidable<Command<string, { readonly account: AccountId }>>,
  journal: ReadonlyJournal,
): KeptMember {
  const { today } = openedBank(journal, command.at);
  const keeper = requireRole(journal, command.actor, today, ['coordinator', 'administrator']);
  const membership = journal.memberships.get(command.input.account);
  if (!membership || membership.erased) throw new NotFound();
  const actor = requireScope(journal, keeper, membership.hub);
  if (membership.person === keeper.person) throw new OwnAccount();
  return { membership, actor, today };
}
