import type { HubId, LocalDate } from '#kernel';
import type { ReadonlyNetwork } from './network.state.js';

type Tree = Pick<ReadonlyNetwork, 'hubs'>;

/** Where a hub hangs since it, or one above it, was last placed. */
export interface Place {
  /** Nearest first. */
  readonly ancestors: readonly HubId[];
  /** The first day on which it is so. */
  readonly from: LocalDate;
  /** The network's record that made it so. */
  readonly revision: number;
}

/** The hubs above one, nearest first, as they were last placed. */
export function ancestorsOf(network: Tree, hub: HubId): readonly HubId[] {
  const ancestors: HubId[] = [];
  for (let above = network.hubs.get(hub)?.parent; above; above = network.hubs.get(above)?.parent) ancestors.push(above);
  return ancestors;
}

/** A hub and all below it. */
export function branchOf(network: Tree, hub: HubId): readonly HubId[] {
  const branch: HubId[] = [];
  for (const [other] of network.hubs.entries()) {
    if (other === hub || ancestorsOf(network, other).includes(hub)) branch.push(other);
  }
  return branch;
}

export function placeOf(network: Tree, hub: HubId): Place | undefined {
  const own = network.hubs.get(hub);
  if (!own) return undefined;
  const ancestors = ancestorsOf(network, hub);
  let { placedFrom: from, placedBy: revision } = own;
  for (const ancestor of ancestors) {
    const above = network.hubs.get(ancestor);
    if (above && above.placedFrom > from) from = above.placedFrom;
    if (above && above.placedBy > revision) revision = above.placedBy;
  }
  return { ancestors, from, revision };
}
