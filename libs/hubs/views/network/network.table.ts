import { everyone, table } from '#read-model';

/** Public: a hub's name and place hang on its door, and its own web page shows them before anybody signs in. */
export const networks = table(
  'network',
  { networkId: 'uuid', handle: 'text', name: 'text', privacyNotice: 'text' },
  { key: ['networkId'], indexes: [['handle']], readers: everyone },
);

/** Each hub as it was last placed. */
export const hubs = table(
  'hub',
  {
    hubId: 'uuid',
    networkId: 'uuid',
    handle: 'text',
    nameIt: 'text',
    nameEn: 'text?',
    parentId: 'uuid?',
    placedFrom: 'date',
    origins: 'json',
    revision: 'integer',
  },
  { key: ['hubId'], indexes: [['networkId', 'handle']], readers: everyone },
);
