import { eventually } from '#testing';
import { done } from '../e2e/bank.js';
import { as, serverUrl } from '../e2e/server.js';
import type { Hub, Neighbour } from './hub.js';

const none = { kind: 'NONE' };
const rules = { timeZone: 'Europe/Rome', stepMinutes: 15, exchangeMinutesMax: 720, consent: 'BOTH', claimDays: 30 };
const open = { floor: none, ceiling: none, categories: [], strands: [] };

/** Another bank of the same network, of which a member becomes one, too. @returns the address of its hub's page */
export async function openSister({ bank }: Hub, name: string, { person }: Neighbour): Promise<string> {
  const { administrator, network } = bank;
  const handle = `sorella-${crypto.randomUUID().slice(0, 8)}`;
  const from = '2020-01-01';
  const { id } = await as(person);
  const opened = await done<{ bank: { id: string } }>(administrator, 'openBank', 'bank { id }', {
    ...{ network, handle: `${handle}-banca`, name, rules: { ...rules, ...open } },
    // Whoever administers a bank is known to it.
    administrators: [administrator.id, id],
  });
  const added = await done<{ hub: { id: string } }>(administrator, 'addHub', 'hub { id }', {
    ...{ network, handle, name: 'Hub di Volpiano', from },
  });
  const [sister, hub] = [opened.bank.id, added.hub.id];
  await done(administrator, 'serveHub', 'hub { id }', { bank: sister, hub, from });
  const one = { bank: sister, hub, since: from, person: id };
  await eventually(() => done(administrator, 'admitMember', 'member { id }', one));
  return `${serverUrl()}/h/${handle}`;
}
