import { eventually } from '#testing';
import { done, type Bank } from './bank.js';
import { post, serverUrl } from './server.js';

const door = 'query D($hub: String!, $origin: String!) { hubDoor(hub: $hub) { isOpenAt(origin: $origin) } }';
const versions = 'query H($network: ID!) { viewer { hubs(network: $network) { id handle version } } }';

/** Lets the pages of these origins embed the client of the bank's hub, and no others; the server knows when it returns. */
export async function registerOrigins(bank: Bank, origins: readonly string[], url = serverUrl()): Promise<void> {
  const { handle, version: expectedVersion } = await eventually(async () => {
    const asked = { network: bank.network };
    const { data } = await bank.administrator.ask<{ viewer: { hubs: readonly Versioned[] } }>(versions, asked);
    const hub = data.viewer.hubs.find(({ id }) => id === bank.hub);
    if (!hub) throw new Error('the hub is not visible yet');
    return hub;
  });
  const { network, hub } = bank;
  await done(bank.administrator, 'setHubOrigins', 'hub { id }', { network, hub, origins, expectedVersion });
  const isOpen = async (origin: string) => {
    const answer = await post(JSON.stringify({ query: door, variables: { hub: handle, origin } }), {}, url);
    expect(await answer.json()).toEqual({ data: { hubDoor: { isOpenAt: true } } });
  };
  for (const origin of origins) await eventually(() => isOpen(origin));
}

interface Versioned {
  readonly id: string;
  readonly handle: string;
  readonly version: number;
}
