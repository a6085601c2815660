import { ownerOf, unreachable, type NetworkId } from '#kernel';
import { amend, projection, put } from '#read-model';
import type { NetworkEvent } from '../../domain/network/network.events.js';
import { hubs, networks } from './network.table.js';

/** Networks and the tree of their hubs. */
export const networkView = projection<NetworkEvent>({
  name: 'network',
  shape: 2,
  categories: ['network'],
  tables: [networks, hubs],
  rows: ({ event, stream, revision }) => {
    const networkId = ownerOf<NetworkId>(stream);
    switch (event.type) {
      case 'NetworkOpened': {
        const { handle, name, privacyNotice } = event.data;
        return [put(networks, { networkId, handle, name, privacyNotice })];
      }
      case 'PrivacyNoticeIssued':
        return [amend(networks, { networkId, privacyNotice: event.data.privacyNotice })];
      case 'HubAdded': {
        const { hub, handle, name, parent, from } = event.data;
        const names = { nameIt: name.it, nameEn: name.en };
        const place = { parentId: parent, placedFrom: from };
        return [put(hubs, { hubId: hub, networkId, handle, ...names, ...place, origins: [], revision })];
      }
      case 'HubMoved': {
        const { hub, parent, from } = event.data;
        return [amend(hubs, { hubId: hub, parentId: parent, placedFrom: from, revision })];
      }
      case 'HubOriginsSet':
        return [amend(hubs, { hubId: event.data.hub, origins: event.data.origins, revision })];
      case 'NetworkAdministratorNamed':
      case 'BankAuthorised':
        return [];
      default:
        return unreachable(event);
    }
  },
});
