import { minutes, unreachable } from '#kernel';
import type { Journal } from './journal.state.js';
import { addTo, removeFrom } from './lists.js';
import type { MemberEvent } from './member.events.js';
import { accountOf, membershipOf } from './rows.js';

export function evolveMember(journal: Journal, event: MemberEvent, revision: number): void {
  switch (event.type) {
    case 'MemberAdmitted': {
      const { account, ...membership } = event.data;
      journal.accounts.set(account, { balanceMinutes: minutes(0), reservedMinutes: minutes(0) });
      journal.memberships.set(account, { ...membership, suspensions: [] });
      addTo(journal.accountsOf, membership.person, account);
      journal.lastMemberNumber = membership.number;
      return;
    }
    case 'MemberSuspended': {
      const membership = membershipOf(journal, event.data.account);
      const suspensions = [...membership.suspensions, { from: event.data.from }];
      journal.memberships.set(event.data.account, { ...membership, suspensions });
      return;
    }
    case 'MemberReadmitted': {
      const membership = membershipOf(journal, event.data.account);
      const suspensions = membership.suspensions.map((suspension) =>
        suspension.until === undefined ? { ...suspension, until: event.data.from } : suspension,
      );
      journal.memberships.set(event.data.account, { ...membership, suspensions });
      return;
    }
    case 'LimitsSet': {
      const { account, floor, ceiling } = event.data;
      const { balanceMinutes, reservedMinutes } = accountOf(journal, account);
      const limits = { ...(floor && { floor }), ...(ceiling && { ceiling }) };
      journal.accounts.set(account, { balanceMinutes, reservedMinutes, ...limits });
      return;
    }
    case 'MandateGiven': {
      const { mandate, account, person, kind, from, until } = event.data;
      journal.mandates.set(mandate, { account, person, kind, from, revision, ...(until && { until }) });
      addTo(journal.mandatesOf, person, mandate);
      return;
    }
    case 'MandateEnded':
      journal.mandates.delete(event.data.mandate);
      removeFrom(journal.mandatesOf, event.data.person, event.data.mandate);
      return;
    case 'MemberErased': {
      const { account, person } = event.data;
      journal.memberships.set(account, { ...membershipOf(journal, account), erased: true });
      removeFrom(journal.accountsOf, person, account);
      return;
    }
    default:
      return unreachable(event);
  }
}
