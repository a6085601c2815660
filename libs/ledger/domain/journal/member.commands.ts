import type { AccountId, Command, GrantId, HubId, LocalDate, MandateId, PersonId } from '#kernel';
import type { Limit } from './bank.rules.js';
import type { ErasureGround } from './member.events.js';
import type { Role } from './role.events.js';

/** The person's stream exists already. By a coordinator of the hub, an administrator, or an import of an administrator's. */
export type AdmitMember = Command<
  'AdmitMember',
  { readonly person: PersonId; readonly hub: HubId; readonly since: LocalDate; readonly channel: boolean }
>;

/** texts: reason. */
export type SuspendMember = Command<'SuspendMember', { readonly account: AccountId; readonly from: LocalDate }>;

/** texts: reason?. */
export type ReadmitMember = Command<'ReadmitMember', { readonly account: AccountId; readonly from: LocalDate }>;

/** texts: reason. A limit left out means the bank's. */
export type SetLimits = Command<
  'SetLimits',
  { readonly account: AccountId; readonly floor?: Limit; readonly ceiling?: Limit }
>;

/** By the member (delegate only) or a coordinator in scope. texts: reason?. */
export type GiveMandate = Command<
  'GiveMandate',
  {
    readonly account: AccountId;
    readonly person: PersonId;
    readonly kind: 'delegate' | 'guardian';
    readonly from: LocalDate;
    readonly until?: LocalDate;
  }
>;

/** By the member, the delegate, or a coordinator in scope. texts: reason?. */
export type EndMandate = Command<'EndMandate', { readonly mandate: MandateId }>;

/** By an administrator. texts: reason. */
export type GrantRole = Command<
  'GrantRole',
  {
    readonly person: PersonId;
    readonly role: Role;
    readonly hub?: HubId;
    readonly from: LocalDate;
    readonly until?: LocalDate;
  }
>;

/** By an administrator. texts: reason. */
export type RevokeRole = Command<'RevokeRole', { readonly grant: GrantId }>;

/** By the member, at their own wish; by an administrator on any other ground; by the system where it was decided before. */
export type EraseMember = Command<
  'EraseMember',
  { readonly account: AccountId; readonly ground: ErasureGround; readonly document?: string }
>;

export type MemberCommand =
  | AdmitMember
  | SuspendMember
  | ReadmitMember
  | SetLimits
  | GiveMandate
  | EndMandate
  | GrantRole
  | RevokeRole
  | EraseMember;
