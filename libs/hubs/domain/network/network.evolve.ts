import { unreachable, type HubId, type Recorded } from '#kernel';
import type { NetworkEvent } from './network.events.js';
import type { Hub, Network } from './network.state.js';

export function evolve(state: Network, { event, revision }: Recorded<NetworkEvent>): void {
  switch (event.type) {
    case 'NetworkOpened':
      state.opened = { handle: event.data.handle, privacyNotice: event.data.privacyNotice };
      state.notices.set(event.data.privacyNotice, { hasWords: false });
      for (const person of event.data.administrators) state.administrators.set(person, { revision });
      return;
    case 'NetworkAdministratorNamed':
      state.administrators.set(event.data.person, { revision });
      return;
    case 'BankAuthorised':
      state.banks.set(event.data.handle, { bank: event.data.bank, revision });
      return;
    case 'HubAdded': {
      const { hub, handle, parent, from } = event.data;
      state.hubs.set(hub, { handle, ...(parent && { parent }), placedFrom: from, placedBy: revision, origins: [] });
      state.hubOfHandle.set(handle, hub);
      return;
    }
    case 'HubMoved': {
      const { hub, parent, from } = event.data;
      const { handle, origins, desk } = known(state, hub);
      const place = { ...(parent && { parent }), placedFrom: from, placedBy: revision };
      state.hubs.set(hub, { handle, ...place, origins, ...(desk && { desk }) });
      return;
    }
    case 'HubOriginsSet':
      state.hubs.set(event.data.hub, { ...known(state, event.data.hub), origins: event.data.origins });
      return;
    case 'HubDeskSet':
      state.hubs.set(event.data.hub, { ...known(state, event.data.hub), desk: event.data.desk });
      return;
    case 'PrivacyNoticeIssued':
      if (state.opened) state.opened = { ...state.opened, privacyNotice: event.data.privacyNotice };
      state.notices.set(event.data.privacyNotice, { hasWords: event.data.words !== undefined });
      return;
    case 'RetentionSet':
      state.retention = event.data;
      return;
    default:
      unreachable(event);
  }
}

function known(state: Network, hub: HubId): Hub {
  const found = state.hubs.get(hub);
  if (!found) throw new Error(`the network has no hub ${hub}`);
  return found;
}
