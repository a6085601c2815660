import { ownerOf, unreachable, type NetworkId } from '#kernel';
import { amend, projection, put, type Change } from '#read-model';
import type { NetworkEvent, PrivacyNoticeIssued } from '../../domain/network/network.events.js';
import { administeredFunction } from './administered.serving.js';
import { hubs, networkAdministrators, networkBanks, networks, privacyNotices, retentions } from './network.table.js';

/** Networks, the tree of their hubs, and who administers them. */
export const networkView = projection<NetworkEvent>({
  name: 'network',
  shape: 6,
  categories: ['network'],
  decidesReach: true,
  tables: [networks, hubs, privacyNotices, retentions, networkAdministrators, networkBanks],
  rows: ({ event, stream, revision }) => {
    const networkId = ownerOf<NetworkId>(stream);
    switch (event.type) {
      case 'NetworkOpened': {
        const { handle, name, privacyNotice, administrators } = event.data;
        return [
          put(networks, { networkId, handle, name, privacyNotice }),
          ...administrators.map((personId) => put(networkAdministrators, { networkId, personId })),
        ];
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
      case 'HubDeskSet': {
        const { hub: hubId, desk } = event.data;
        const { hours, phone, email: deskEmail } = desk;
        return [amend(hubs, { hubId, hoursIt: hours?.it, hoursEn: hours?.en, phone, deskEmail, revision })];
      }
      case 'NetworkAdministratorNamed':
        return [put(networkAdministrators, { networkId, personId: event.data.person })];
      case 'BankAuthorised': {
        const { bank: bankId, handle } = event.data;
        return [put(networkBanks, { bankId, networkId, handle })];
      }
      default:
        return unreachable(event);
    }
  },
  serving: administeredFunction,
});

function issued(networkId: NetworkId, { data }: PrivacyNoticeIssued, revision: number): readonly Change[] {
  const { privacyNotice, words } = data;
  const current = amend(networks, { networkId, privacyNotice });
  if (!words) return [current];
  const { from: fromDay, title, text } = words;
  return [current, put(privacyNotices, { networkId, privacyNotice, fromDay, title, words: text, revision })];
}
