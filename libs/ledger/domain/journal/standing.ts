import type { AccountId, Facts, LocalDate } from '#kernel';
import { BeforeMembership, MemberGone, MemberSuspended, ServiceDateInFuture } from './exchange.errors.js';
import type { Membership, ReadonlyJournal } from './journal.state.js';
import { membershipOf } from './rows.js';
import type { Parties } from './sides.js';

/**
 * Both parties were members in standing on the day of service.
 *
 * @throws ServiceDateInFuture; of the provider, then of the receiver: MemberGone, BeforeMembership, MemberSuspended
 */
export function requireStanding(
  journal: ReadonlyJournal,
  exchange: Parties & { readonly serviceDate: LocalDate },
  today: LocalDate,
  place: Facts = {},
): void {
  const { serviceDate, provider, receiver } = exchange;
  if (serviceDate > today) throw new ServiceDateInFuture({ ...place, serviceDate });
  for (const account of [provider, receiver]) requireMemberOn(journal, account, serviceDate, place);
}

function requireMemberOn(journal: ReadonlyJournal, account: AccountId, day: LocalDate, place: Facts): void {
  const membership = membershipOf(journal, account);
  if (membership.erased) throw new MemberGone({ ...place, account });
  if (day < membership.since) throw new BeforeMembership({ ...place, account, serviceDate: day });
  if (isSuspendedOn(membership, day)) throw new MemberSuspended({ ...place, account, serviceDate: day });
}

/** `until` is the first day in standing again. */
export function isSuspendedOn({ suspensions }: Membership, day: LocalDate): boolean {
  return suspensions.some(({ from, until }) => from <= day && (until === undefined || day < until));
}
