import { NotFound, type Decidable, type Decided, type GrantId, type LocalDate } from '#kernel';
import { requireAdministrator } from './authority.js';
import { inForce } from './days.js';
import type { Grant, ReadonlyJournal } from './journal.state.js';
import type { RevokeRole } from './member.commands.js';
import { LastAdministrator } from './member.errors.js';
import { openedBank } from './opened.js';
import { requireReason } from './reason.js';
import type { RoleRevoked } from './role.events.js';

/**
 * A grant holds no longer. The bank keeps an administrator whose grant has no end: with the last one it could never
 * name another.
 *
 * @throws NotFound (no bank), Forbidden or, to strangers, NotFound, NotFound (no such grant), ReasonRequired,
 * LastAdministrator — in this order
 */
export function revokeRole(command: Decidable<RevokeRole>, journal: ReadonlyJournal): readonly Decided<RoleRevoked>[] {
  const { today } = openedBank(journal, command.at);
  const { actor } = requireAdministrator(journal, command.actor, today);
  const grant = journal.grants.get(command.input.grant);
  if (!grant) throw new NotFound();
  const reason = requireReason(command);
  if (isLasting(grant, today) && !hasOther(journal, command.input.grant, today)) throw new LastAdministrator();
  const data = { grant: command.input.grant, person: grant.person, role: grant.role, reason };
  return [{ event: { type: 'RoleRevoked', data }, actor }];
}

function isLasting(grant: Grant, today: LocalDate): boolean {
  return grant.role === 'administrator' && grant.until === undefined && inForce(grant, today);
}

function hasOther(journal: ReadonlyJournal, revoked: GrantId, today: LocalDate): boolean {
  for (const [id, grant] of journal.grants.entries()) if (id !== revoked && isLasting(grant, today)) return true;
  return false;
}
