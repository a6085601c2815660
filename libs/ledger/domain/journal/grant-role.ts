import { NothingToChange, type Decidable, type Decided, type GrantId, type HubId } from '#kernel';
import { requireAdministrator } from './authority.js';
import { HubNotServed } from './bank.errors.js';
import { covers, requireDays } from './days.js';
import type { ReadonlyJournal } from './journal.state.js';
import type { GrantRole } from './member.commands.js';
import { RoleHasNoHub, RoleNeedsHub } from './member.errors.js';
import { openedBank } from './opened.js';
import { requireReason } from './reason.js';
import type { RoleGranted } from './role.events.js';

/**
 * A person keeps the bank going, reads all of it, or sets its rules, on these days. A coordinator's scope is a hub.
 *
 * @throws NotFound (no bank), Forbidden or, to strangers, NotFound, ReasonRequired, RoleNeedsHub, RoleHasNoHub,
 * HubNotServed, DatesInWrongOrder, AlreadyOver, NothingToChange — in this order
 */
export function grantRole(command: Decidable<GrantRole>, journal: ReadonlyJournal): readonly Decided<RoleGranted>[] {
  const { person, role, hub, from, until } = command.input;
  const { today } = openedBank(journal, command.at);
  const { actor } = requireAdministrator(journal, command.actor, today);
  const reason = requireReason(command);
  if (role === 'coordinator') requireScopeOfRole(journal, hub);
  else if (hub !== undefined) throw new RoleHasNoHub();
  requireDays(command.input, today);
  if (isGranted(journal, command.input)) throw new NothingToChange();

  const grant = command.newId<GrantId>('grant');
  const data = { grant, person, role, from, ...(hub && { hub }), ...(until && { until }), reason };
  return [{ event: { type: 'RoleGranted', data }, actor }];
}

/** A hub that the bank serves, or one that lies above such a hub today or lay there once. */
function requireScopeOfRole(journal: ReadonlyJournal, hub: HubId | undefined): void {
  if (hub === undefined) throw new RoleNeedsHub();
  if (journal.hubs.has(hub)) return;
  for (const [, { places }] of journal.hubs.entries()) {
    if (places.some(({ ancestors }) => ancestors.includes(hub))) return;
  }
  throw new HubNotServed({ hub });
}

function isGranted(journal: ReadonlyJournal, wanted: GrantRole['input']): boolean {
  return (journal.grantsOf.get(wanted.person) ?? [])
    .map((id) => journal.grants.get(id))
    .some((grant) => grant?.role === wanted.role && grant.hub === wanted.hub && covers(grant, wanted));
}
