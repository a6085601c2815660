import { eventually } from '#testing';
import { done, type Bank } from './bank.js';

const versions = 'query H($network: ID!) { viewer { hubs(network: $network) { id version } } }';

/** Lets the pages of these origins embed the client of the bank's hub, and no others. */
export async function registerOrigins(bank: Bank, origins: readonly string[]): Promise<void> {
  const expectedVersion = await eventually(async () => {
    const asked = { network: bank.network };
    const { data } = await bank.administrator.ask<{ viewer: { hubs: readonly Versioned[] } }>(versions, asked);
    const hub = data.viewer.hubs.find(({ id }) => id === bank.hub);
    if (!hub) throw new Error('the hub is not visible yet');
    return hub.version;
  });
  const { network, hub } = bank;
  await done(bank.administrator, 'setHubOrigins', 'hub { id }', { network, hub, origins, expectedVersion });
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}
