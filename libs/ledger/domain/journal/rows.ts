import type { AccountId } from '#kernel';
import type { Account, Membership, ReadonlyJournal } from './journal.state.js';

/** A row that an earlier record made: that it is missing is a fault of the journal, never of who asks. */
export function accountOf(journal: ReadonlyJournal, id: AccountId): Account {
  const account = journal.accounts.get(id);
  if (!account) throw new Error(`no account ${id}`);
  return account;
}

export function membershipOf(journal: ReadonlyJournal, account: AccountId): Membership {
  const membership = journal.memberships.get(account);
  if (!membership) throw new Error(`no membership ${account}`);
  return membership;
}
