import {
  Forbidden,
  NotFound,
  streamOf,
  type AccountId,
  type Actor,
  type HubId,
  type ImportActor,
  type LocalDate,
  type PersonActor,
  type PersonId,
  type Powers,
  type RecordRef,
} from '#kernel';
import { inForce } from './days.js';
import type { Grant, Mandate, ReadonlyJournal } from './journal.state.js';
import { requireOwnName } from './opened.js';
import type { Role } from './role.events.js';

/** The record that gives an authority, as it stands in every record made by it. */
export function recordOf(journal: ReadonlyJournal, { revision }: { readonly revision: number }): RecordRef {
  return { stream: streamOf('journal', journal.bank), revision };
}

/**
 * The journal as a decider is shown it. To a session with its person's own rights alone, that person has no role in the
 * bank: whatever asks for one finds none, and who is nothing else here is a stranger.
 */
export function asSeenBy(journal: ReadonlyJournal, actor: Actor, powers: Powers = 'all'): ReadonlyJournal {
  if (powers === 'all' || !('person' in actor)) return journal;
  const { grantsOf } = journal;
  const others = {
    get: (person: PersonId) => (person === actor.person ? undefined : grantsOf.get(person)),
    has: (person: PersonId) => person !== actor.person && grantsOf.has(person),
    entries: () => grantsOf.entries(),
  };
  return { ...journal, grantsOf: others };
}

/** A person's grant of a role in force today; of a coordinator's, one whose scope holds the hub. */
export function grantOf(
  journal: ReadonlyJournal,
  person: PersonId,
  today: LocalDate,
  covers: (grant: Grant) => boolean,
): Grant | undefined {
  return (journal.grantsOf.get(person) ?? [])
    .map((id) => journal.grants.get(id))
    .find((grant) => grant !== undefined && inForce(grant, today) && covers(grant));
}

export function administratorGrant(journal: ReadonlyJournal, person: PersonId, today: LocalDate): Grant | undefined {
  return grantOf(journal, person, today, ({ role }) => role === 'administrator');
}

/** A coordinator's scope is a hub and all below it, as the tree stands today. */
export function coordinatorGrant(
  journal: ReadonlyJournal,
  person: PersonId,
  hub: HubId,
  today: LocalDate,
): Grant | undefined {
  const scopes = [hub, ...ancestorsOf(journal, hub, today)];
  return grantOf(journal, person, today, (grant) => {
    return grant.role === 'coordinator' && grant.hub !== undefined && scopes.includes(grant.hub);
  });
}

function ancestorsOf(journal: ReadonlyJournal, hub: HubId, today: LocalDate): readonly HubId[] {
  const places = journal.hubs.get(hub)?.places ?? [];
  const place = places.findLast(({ from }) => from <= today) ?? places[0];
  return place?.ancestors ?? [];
}

export function mandateOf(
  journal: ReadonlyJournal,
  person: PersonId,
  account: AccountId,
  today: LocalDate,
): Mandate | undefined {
  return (journal.mandatesOf.get(person) ?? [])
    .map((id) => journal.mandates.get(id))
    .find((mandate) => mandate !== undefined && mandate.account === account && inForce(mandate, today));
}

/** Whether the bank has ever had to do with a person, and still has. */
export function isKnown(journal: ReadonlyJournal, person: PersonId): boolean {
  return journal.accountsOf.has(person) || journal.grantsOf.has(person) || journal.mandatesOf.has(person);
}

/** For a verb that a person never has here; to strangers the bank does not exist. */
export function neverYours(journal: ReadonlyJournal, person: PersonId): Forbidden | NotFound {
  return isKnown(journal, person) ? new Forbidden() : new NotFound();
}

/** A person who acts by a role, never for a member. */
export interface Keeper {
  readonly actor: PersonActor;
  readonly person: PersonId;
  readonly today: LocalDate;
}

/** @throws Forbidden, to strangers NotFound: for whom none of the roles is in force, and for who acts in a member's name */
export function requireRole(journal: ReadonlyJournal, actor: Actor, today: LocalDate, roles: readonly Role[]): Keeper {
  const { person } = requireOwnName(actor);
  const grant = grantOf(journal, person, today, ({ role }) => roles.includes(role));
  if (!grant) throw neverYours(journal, person);
  return { actor: { person, grant: recordOf(journal, grant) }, person, today };
}

export function requireAdministrator(journal: ReadonlyJournal, actor: Actor, today: LocalDate): Keeper {
  return requireRole(journal, actor, today, ['administrator']);
}

/** @throws NotFound for whom no coordinator's grant in force has the hub in its scope */
export function requireCoordinator(
  journal: ReadonlyJournal,
  person: PersonId,
  hub: HubId,
  today: LocalDate,
): PersonActor {
  const grant = coordinatorGrant(journal, person, hub, today);
  if (!grant) throw new NotFound();
  return { person, grant: recordOf(journal, grant) };
}

/** @throws Forbidden, to strangers NotFound: for all but an import that an administrator runs */
export function requireImport(journal: ReadonlyJournal, actor: Actor, today: LocalDate): ImportActor {
  if (!('import' in actor)) throw new Forbidden();
  if (!administratorGrant(journal, actor.person, today)) throw neverYours(journal, actor.person);
  return actor;
}

/**
 * By what a keeper decides about a hub and its members: a coordinator's grant whose scope holds it, or an administrator's.
 *
 * @throws NotFound out of scope
 */
export function requireScope(journal: ReadonlyJournal, keeper: Keeper, hub: HubId): PersonActor {
  return { person: keeper.person, grant: scopeGrant(journal, keeper, hub) };
}

/** @throws NotFound out of scope */
export function scopeGrant(journal: ReadonlyJournal, { person, today }: Keeper, hub: HubId): RecordRef {
  const grant = coordinatorGrant(journal, person, hub, today) ?? administratorGrant(journal, person, today);
  if (!grant) throw new NotFound();
  return recordOf(journal, grant);
}
