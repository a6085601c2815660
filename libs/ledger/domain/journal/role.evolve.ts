import { unreachable } from '#kernel';
import type { Journal } from './journal.state.js';
import { addTo, removeFrom } from './lists.js';
import type { RoleEvent } from './role.events.js';

export function evolveRole(journal: Journal, event: RoleEvent, revision: number): void {
  switch (event.type) {
    case 'RoleGranted': {
      const { grant, person, role, hub, from, until } = event.data;
      journal.grants.set(grant, { person, role, from, revision, ...(hub && { hub }), ...(until && { until }) });
      addTo(journal.grantsOf, person, grant);
      return;
    }
    case 'RoleRevoked':
      journal.grants.delete(event.data.grant);
      removeFrom(journal.grantsOf, event.data.person, event.data.grant);
      return;
    default:
      return unreachable(event);
  }
}
