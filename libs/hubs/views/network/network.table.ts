import { administratorsOf, everyone, table, themself } from '#read-model';

/** Public: a hub's name and place hang on its door, and its own web page shows them before anybody signs in. */
export const networks = table(
  'network',
  { networkId: 'uuid', handle: 'text', name: 'text', privacyNotice: 'text' },
  { key: ['networkId'], indexes: [['handle']], readers: everyone },
);

/** Every edition of a network's notice that has words, for everybody to read. */
export const privacyNotices = table(
  'privacy_notice',
  {
    networkId: 'uuid',
    privacyNotice: 'text',
    fromDay: 'date',
    title: 'json',
    words: 'json',
    revision: 'integer',
  },
  { key: ['networkId', 'privacyNotice'], readers: everyone },
);

/** What a network has set; absent where the product's own holds. Public, as the notice tells of it. */
export const retentions = table(
  'retention',
  { networkId: 'uuid', monthsAfterLastActivity: 'integer', readLogDays: 'integer' },
  { key: ['networkId'], readers: everyone },
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
    hoursIt: 'text?',
    hoursEn: 'text?',
    phone: 'text?',
    deskEmail: 'text?',
    revision: 'integer',
  },
  { key: ['hubId'], indexes: [['networkId', 'handle']], readers: everyone },
);

export const networkAdministrators = table(
  'network_administrator',
  { networkId: 'uuid', personId: 'uuid' },
  { key: ['networkId', 'personId'], indexes: [['personId']], readers: themself() },
);

/** The banks that a network authorised: their handles, and nothing of what is in them. */
export const networkBanks = table(
  'network_bank',
  { bankId: 'uuid', networkId: 'uuid', handle: 'text' },
  { key: ['bankId'], indexes: [['networkId', 'handle']], readers: administratorsOf() },
);
