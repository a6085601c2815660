import { ownerOf, unreachable, type NetworkId } from '#kernel';
import { amend, projection, put, type Change } from '#read-model';
import type { NetworkEvent, PrivacyNoticeIssued } from '../../domain/network/network.events.js';
import { hubs, networks, privacyNotices, retentions } from './network.table.js';

/** Networks and the tree of their hubs. */
export const networkView = projection<NetworkEvent>({
  name: 'network',
  shape: 3,
  categories: ['network'],
  tables: [networks, hubs, privacyNotices, retentions],
  rows: ({ event, stream, revision }) => {
    const networkId = ownerOf<NetworkId>(stream);
    switch (event.type) {
      case 'NetworkOpened': {
        const { handle, name, privacyNotice } = event.data;
        return [put(networks, { networkId, handle, name, privacyNotice })];
      }
      case 'PrivacyNoticeIssued':
        return issued(networkId, event, revision);
      case 'RetentionSet':
        return [put(retentions, { networkId, ...event.data })];
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

function issued(networkId: NetworkId, { data }: PrivacyNoticeIssued, revision: number): readonly Change[] {
  const { privacyNotice, words } = data;
  const current = amend(networks, { networkId, privacyNotice });
  if (!words) return [current];
  const { from: fromDay, title, text } = words;
  return [current, put(privacyNotices, { networkId, privacyNotice, fromDay, title, words: text, revision })];
}
