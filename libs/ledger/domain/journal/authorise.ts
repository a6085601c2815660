import { NotFound, type AccountId, type Asker, type HubId, type Instant, type PersonId, type RecordRef } from '#kernel';
import { asSeenBy, requireRole, scopeGrant } from './authority.js';
import { requireServed } from './exchange-terms.js';
import type { ReadonlyJournal } from './journal.state.js';
import { OwnAccount } from './member.errors.js';
import { openedBank } from './opened.js';
import type { Role } from './role.events.js';

/** What somebody does by a role on another stream than the journal. */
export type Verb = 'change-contact' | 'print-code' | 'record-privacy';

/** Over one member, or at one hub. */
export type Scope = { readonly account: AccountId } | { readonly hub: HubId };

const rolesFor: Readonly<Record<Verb, readonly Role[]>> = {
  'change-contact': ['coordinator', 'administrator'],
  'print-code': ['coordinator', 'administrator'],
  'record-privacy': ['coordinator', 'administrator'],
};

/** By what somebody may do it. */
export interface Authority {
  /** The record that gave the role: it goes into the record of the other stream. */
  readonly grant: RecordRef;
  /** Whose account it is, where the scope is one. */
  readonly member?: PersonId;
}

/**
 * Whether somebody may do something on another stream, by a role in force here and now; nobody may over their own account.
 *
 * @throws NotFound (no bank), Forbidden or, to strangers, NotFound, NotFound (no such account, or out of scope), OwnAccount
 * — in this order; at a hub HubNotServed, NotFound (out of scope) instead of the last two
 */
export function authorise(asker: Asker, verb: Verb, scope: Scope, journal: ReadonlyJournal, at: Instant): Authority {
  const { today } = openedBank(journal, at);
  const { person, powers } = asker;
  const seen = asSeenBy(journal, { person }, powers);
  const keeper = requireRole(seen, { person }, today, rolesFor[verb]);
  if ('hub' in scope) {
    requireServed(seen, scope.hub);
    return { grant: scopeGrant(seen, keeper, scope.hub) };
  }
  const membership = seen.memberships.get(scope.account);
  if (!membership || membership.erased) throw new NotFound();
  const grant = scopeGrant(seen, keeper, membership.hub);
  if (membership.person === person) throw new OwnAccount();
  return { grant, member: membership.person };
}
