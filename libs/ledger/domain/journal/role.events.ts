import type { Event, GrantId, HubId, LocalDate, PersonId, SealedText } from '#kernel';

export type Role = 'coordinator' | 'auditor' | 'administrator';

/** On these days, the last included. A coordinator's scope is a hub and all below it; the other roles cover the bank. */
export type RoleGranted = Event<
  'RoleGranted',
  {
    readonly grant: GrantId;
    readonly person: PersonId;
    readonly role: Role;
    readonly hub?: HubId;
    readonly from: LocalDate;
    readonly until?: LocalDate;
    readonly reason: SealedText;
  }
>;

/** The grant holds no longer, from this record on. */
export type RoleRevoked = Event<
  'RoleRevoked',
  { readonly grant: GrantId; readonly person: PersonId; readonly role: Role; readonly reason: SealedText }
>;

export type RoleEvent = RoleGranted | RoleRevoked;
