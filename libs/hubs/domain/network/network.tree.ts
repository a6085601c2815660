import type { HubId, LocalDate } from '#kernel';
import type { ReadonlyNetwork } from './network.state.js';

/** The hubs above one, nearest first, as they were last placed. */
export function ancestorsOf(network: Pick<ReadonlyNetwork, 'hubs'>, hub: HubId): readonly HubId[] {
  const ancestors: HubId[] = [];
  for (let above = network.hubs.get(hub)?.parent; above; above = network.hubs.get(above)?.parent) ancestors.push(above);
  return ancestors;
}

/** A hub and all below it. */
export function branchOf(network: Pick<ReadonlyNetwork, 'hubs'>, hub: HubId): readonly HubId[] {
  const branch: HubId[] = [];
  for (const [other] of network.hubs.entries()) {
    if (other === hub || ancestorsOf(network, other).includes(hub)) branch.push(other);
  }
  return branch;
}

/** The first day on which the tree above a hub is as it was last placed. */
export function placedFrom(network: Pick<ReadonlyNetwork, 'hubs'>, hub: HubId): LocalDate | undefined {
  return [hub, ...ancestorsOf(network, hub)]
    .map((placed) => network.hubs.get(placed)?.placedFrom)
    .reduce((latest, day) => (latest === undefined || (day !== undefined && day > latest) ? day : latest));
}
