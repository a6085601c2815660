import { NotFound, type AccountId, type Asker, type HubId, type Instant, type PersonId, type RecordRef } from '#kernel';
import { administratorGrant, asSeenBy, grantOf, recordOf, requireRole, scopeGrant, type Keeper } from './authority.js';
import { requireServed } from './exchange-terms.js';
import type { ReadonlyJournal } from './journal.state.js';
import { HoldsARole, OwnAccount } from './member.errors.js';
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

/** With these whoever does it could sign in as the member: over who keeps the bank they are an administrator's alone. */
const opensSignIn: Readonly<Record<Verb, boolean>> = {
  'change-contact': true,
  'print-code': true,
  'record-privacy': false,
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
 * How somebody with a role in force here signs in is for administrators alone: a coordinator could take the role over
 * with it. What the person is in other banks and networks this journal does not know: whoever asks looks there too.
 *
 * @throws NotFound (no bank), Forbidden or, to strangers, NotFound, NotFound (no such account, or out of scope), OwnAccount,
 * HoldsARole — in this order; at a hub HubNotServed, NotFound (out of scope) instead of the last three
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
  const member = membership.person;
  if (member === person) throw new OwnAccount();
  if (!opensSignIn[verb] || !grantOf(seen, member, today, () => true)) return { grant, member };
  return { grant: administratorsOnly(seen, keeper), member };
}

/** @throws HoldsARole for a keeper who is no administrator */
function administratorsOnly(journal: ReadonlyJournal, { person, today }: Keeper): RecordRef {
  const grant = administratorGrant(journal, person, today);
  if (!grant) throw new HoldsARole();
  return recordOf(journal, grant);
}
