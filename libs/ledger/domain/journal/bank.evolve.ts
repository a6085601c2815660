import { localDateOf, unreachable, type Recorded } from '#kernel';
import type { BankEvent } from './bank.events.js';
import type { Journal } from './journal.state.js';
import { addTo } from './lists.js';

export function evolveBank(journal: Journal, { event, revision, recordedAt }: Recorded<BankEvent>): void {
  switch (event.type) {
    case 'BankOpened': {
      const { network, handle, rules, administrators } = event.data;
      journal.opened = { network, handle, rules };
      const from = localDateOf(recordedAt, rules.timeZone);
      for (const { grant, person } of administrators) {
        journal.grants.set(grant, { person, role: 'administrator', from, revision });
        addTo(journal.grantsOf, person, grant);
      }
      return;
    }
    case 'HubServed':
    case 'HubPlaced': {
      const { hub, ancestors, from, cause } = event.data;
      const places = [...(journal.hubs.get(hub)?.places ?? []), { from, ancestors }];
      journal.hubs.set(hub, { places, networkRevision: cause.revision });
      return;
    }
    case 'JournalMoved':
      journal.store = event.data.to;
      return;
    default:
      return unreachable(event);
  }
}
