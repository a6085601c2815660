/**
 * Conditions for a table's `readers`. Each reads the setting inside a sub-select: without it the plan is made with
 * the setting of another moment and sorts whole accounts.
 */
const setting = (name: string) => `any ((select current_setting('${name}', true)::uuid[])::uuid[])`;

/** Members' directory: whoever belongs to the bank. */
export function membersOf(bank = 'bank_id'): string {
  return `${bank} = ${setting('app.banks')}`;
}

/** The person in person. */
export function themself(person = 'person_id'): string {
  return `${person} = ${setting('app.scopes')}`;
}

/** A network's own list of its banks: whoever administers the network. */
export function administratorsOf(network = 'network_id'): string {
  return `${network} = ${setting('app.scopes')}`;
}

/**
 * Hours: the account's holder and delegates, coordinators of its hub or of one of `hubs`, auditors and administrators
 * of its bank. A coordinator's hub is one bank's: another bank that serves it too keeps its own books. The accounts come
 * first, so that nobody's own rows cost a function call.
 */
export function hoursOf(accounts: readonly string[] = ['account_id'], hubs: readonly string[] = []): string {
  const scopes = setting('app.scopes');
  return [
    ...[...accounts, 'bank_id'].map((scope) => `${scope} = ${scopes}`),
    ...[...hubs, ...accounts.map((account) => `read.hub_of(${account})`)].map(
      (hub) => `read.desk(bank_id, ${hub}) = ${scopes}`,
    ),
  ].join(' or ');
}

/** What a stranger may know: names of networks and hubs. */
export const everyone = 'true';
