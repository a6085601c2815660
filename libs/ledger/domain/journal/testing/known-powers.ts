import type { AccountId, Actor, GrantId, HubId, PersonActor, PersonId, RecordRef } from '#kernel';
import type { Role } from '../role.events.js';
import { KnownFacts, Refused, dayOf, isOn, ownNameOf, refuse, type DataOf } from './known-facts.js';

interface KnownGrant {
  readonly grant: GrantId;
  readonly person: PersonId;
  readonly role: Role;
  readonly hub?: HubId;
  readonly from: string;
  readonly until?: string;
  readonly record: RecordRef;
}

/** Who may do what: by a role, by a mandate, in the own name. */
export class KnownPowers extends KnownFacts {
  /** Who asks with the own rights alone: no role of theirs counts. */
  withoutRoles: PersonId | undefined;

  /** All that were not revoked, the first first; those of the opening hold from its day on. */
  grants(): readonly KnownGrant[] {
    const revoked = this.all('RoleRevoked').map(({ grant }) => grant);
    const first = this.all('BankOpened').flatMap((opened) => {
      const { recordedAt } = this.recordOf(opened);
      const others = { role: 'administrator', from: dayOf(recordedAt), record: this.placeOf(opened) } as const;
      return opened.administrators.map((one) => ({ ...one, ...others }));
    });
    const later = this.all('RoleGranted').map((granted) => ({ ...granted, record: this.placeOf(granted) }));
    return [...first, ...later].filter(({ grant }) => !revoked.includes(grant));
  }

  private grantsOf(person: PersonId): readonly KnownGrant[] {
    return person === this.withoutRoles ? [] : this.grants().filter((one) => one.person === person);
  }

  mandates(): readonly DataOf<'MandateGiven'>[] {
    const ended = this.all('MandateEnded').map(({ mandate }) => mandate);
    return this.all('MandateGiven').filter(({ mandate }) => !ended.includes(mandate));
  }

  /** The record that lets somebody act for a member today. */
  mandateOf(person: PersonId, account: AccountId, today: string): RecordRef | undefined {
    const given = this.mandates().find((one) => one.person === person && one.account === account && isOn(one, today));
    return given && this.placeOf(given);
  }

  /** A member, or with a role or a mandate, be it over or still to come. */
  isKnown(person: PersonId): boolean {
    const isMember = this.all('MemberAdmitted').some((one) => one.person === person && !this.isErased(one.account));
    return isMember || [...this.grantsOf(person), ...this.mandates()].some((one) => one.person === person);
  }

  /** A grant in force; with a hub, one whose scope holds it. */
  holding(person: PersonId, role: Role, today: string, hub?: HubId): KnownGrant | undefined {
    const scopes = hub && [hub, ...this.above(hub, today)];
    const own = this.grantsOf(person).filter((one) => one.role === role && isOn(one, today));
    return own.find((one) => !scopes || (one.hub !== undefined && scopes.includes(one.hub)));
  }

  /** Somebody with one of the roles; to whom the bank does not know, it does not exist. */
  requireRole(person: PersonId, roles: readonly Role[], today: string): void {
    const isKeeper = roles.some((role) => this.holding(person, role, today));
    refuse({ FORBIDDEN: !isKeeper && this.isKnown(person), NOT_FOUND: !isKeeper });
  }

  keeper(actor: Actor, roles: readonly Role[], today: string): PersonId {
    const person = ownNameOf(actor);
    this.requireRole(person, roles, today);
    return person;
  }

  administrator(actor: Actor, today: string): PersonActor {
    const person = this.keeper(actor, ['administrator'], today);
    return this.acting(person, this.holding(person, 'administrator', today));
  }

  coordinator(person: PersonId, hub: HubId, today: string): PersonActor {
    return this.acting(person, this.holding(person, 'coordinator', today, hub));
  }

  /** A coordinator of the hub, or else an administrator. */
  keeperOf(person: PersonId, hub: HubId, today: string): PersonActor {
    const grant = this.holding(person, 'coordinator', today, hub) ?? this.holding(person, 'administrator', today);
    return this.acting(person, grant);
  }

  private acting(person: PersonId, grant: KnownGrant | undefined): PersonActor {
    if (!grant) throw new Refused('NOT_FOUND');
    return { person, grant: grant.record };
  }
}
