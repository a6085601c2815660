import { everyone, table } from '#read-model';

/** A bank's name stands on the pages of its hubs before anybody signs in. */
export const bankNames = table('bank_name', { bankId: 'uuid', name: 'text' }, { key: ['bankId'], readers: everyone });

/** Which bank serves a hub. */
export const hubBanks = table('hub_bank', { hubId: 'uuid', bankId: 'uuid' }, { key: ['hubId'], readers: everyone });
