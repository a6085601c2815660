import { done } from '../e2e/bank.js';
import { as } from '../e2e/server.js';
import type { Hub, Neighbour } from './hub.js';

export async function openDesk(hub: Hub): Promise<void> {
  const { network, administrator, hub: id } = hub.bank;
  const desk = { hours: 'mar e gio 15:00–18:00', hoursInEnglish: 'Tue and Thu 15:00–18:00', phone: '02 0000 0000' };
  const input = { network, hub: id, ...desk, expectedVersion: await hub.version() };
  await done(administrator, 'setHubDesk', 'hub { id }', input);
}

/** Whom the people of a hub exchange with. */
export interface Street {
  readonly hub: Hub;
  readonly carla: Neighbour;
  readonly rosa: Neighbour;
}

export async function openStreet(hub: Hub): Promise<Street> {
  await openDesk(hub);
  const [carla, rosa] = [await hub.admit('Carla Ferri'), await hub.admit('Rosa Conti')];
  await hub.admit('Rosario Greco');
  return { hub, carla, rosa };
}

/** Somebody with exchanges in every state, so that no view is empty. */
export async function livesIn({ hub, carla, rosa }: Street, name: string): Promise<Neighbour> {
  const one = await hub.admit(name);
  await log(hub, carla, { provider: carla, receiver: one, minutes: 90, confirmedBy: one });
  await log(hub, one, { provider: one, receiver: rosa, minutes: 225, confirmedBy: rosa });
  await log(hub, carla, { provider: carla, receiver: one, minutes: 45 });
  await log(hub, one, { provider: one, receiver: carla, minutes: 60 });
  return one;
}

export async function livedIn(hub: Hub): Promise<Neighbour> {
  return livesIn(await openStreet(hub), 'Lucia Bianchi');
}

interface Logged {
  readonly provider: Neighbour;
  readonly receiver: Neighbour;
  readonly minutes: number;
  readonly confirmedBy?: Neighbour;
}

/** @returns the exchange */
export async function log(hub: Hub, by: Neighbour, asked: Logged): Promise<string> {
  const input = {
    provider: asked.provider.account,
    receiver: asked.receiver.account,
    minutes: asked.minutes,
    serviceDate: '2026-01-10',
    hub: hub.bank.hub,
    category: 'cucina',
  };
  const { exchange } = await done<{ readonly exchange: { readonly id: string } }>(
    await as(by.person),
    'logExchange',
    'exchange { id }',
    input,
  );
  const { confirmedBy } = asked;
  if (confirmedBy)
    await done(await as(confirmedBy.person), 'confirmExchange', 'exchange { id }', { exchange: exchange.id });
  return exchange.id;
}
