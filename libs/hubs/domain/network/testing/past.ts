import { streamOf, type Actor, type HubId, type LocalDate, type NetworkId, type PersonId } from '#kernel';
import { givenFor, idOf, type Asked } from '#testing';
import type { IssuePrivacyNotice, NetworkCommand } from '../network.commands.js';
import { network } from '../network.decider.js';
import type { NetworkEvent, NoticeWords } from '../network.events.js';

const id = idOf<NetworkId>('#OpCafé');
export const stream = streamOf('network', id);
export const given = givenFor(network, stream);
export const ada = idOf<PersonId>('Ada');
export const [rho, lainate, cafe] = [idOf<HubId>('Rho'), idOf<HubId>('Lainate'), idOf<HubId>('Café')];
export const day = (text: string): LocalDate => text as LocalDate;
export const march = day('2026-03-01');

export const opened = {
  type: 'NetworkOpened',
  data: { network: id, handle: 'opcafe', name: '#OpCafé', privacyNotice: '2026-1', administrators: [ada] },
} satisfies NetworkEvent;
export const added = (hub: HubId, handle: string, from = march, parent?: HubId): NetworkEvent => ({
  type: 'HubAdded',
  data: { hub, handle, name: { it: handle }, ...(parent && { parent }), from },
});
export const moved = (hub: HubId, from: LocalDate, parent?: HubId): NetworkEvent => ({
  type: 'HubMoved',
  data: { hub, ...(parent && { parent }), from },
});
export const asked = (command: NetworkCommand, actor: Actor = { person: ada }): Asked<NetworkCommand> => ({
  command,
  actor,
});

export const words: NoticeWords = {
  from: day('2026-04-01'),
  title: { it: 'Informativa', en: 'Notice' },
  text: { it: 'Che cosa teniamo.' },
};
export const notice = (privacyNotice: string, changed: Partial<NoticeWords> = {}): IssuePrivacyNotice['input'] => ({
  privacyNotice,
  ...words,
  ...changed,
});
