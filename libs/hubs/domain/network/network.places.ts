import { NothingToChange, NotFound, type Decidable, type HubId, type LocalDate } from '#kernel';
import type { AddHub, MoveHub } from './network.commands.js';
import { BranchPlacedLater, HubBelowItself, NetworkHandleInvalid, HubHandleTaken } from './network.errors.js';
import type { HubAdded, HubMoved } from './network.events.js';
import { isHandle, requirePublicName } from './network.words.js';
import type { ReadonlyNetwork } from './network.state.js';
import { branchOf, placeOf } from './network.tree.js';

/** @throws NetworkHandleInvalid, HubHandleTaken, PublicNameInvalid, NotFound, BranchPlacedLater — in this order */
export function addHub(command: Decidable<AddHub>, network: ReadonlyNetwork): HubAdded {
  const { handle, name, parent, from } = command.input;
  if (!isHandle(handle)) throw new NetworkHandleInvalid();
  if (network.hubOfHandle.has(handle)) throw new HubHandleTaken();
  requirePublicName(name.it);
  if (name.en !== undefined) requirePublicName(name.en);
  requireHub(network, parent);
  requireNothingLater(network, parent ? [parent] : [], from);

  const hub = command.newId<HubId>('hub');
  return { type: 'HubAdded', data: { hub, handle, name, ...(parent && { parent }), from } };
}

/**
 * What was placed on later days stays as it is: so the tree as last placed is the tree of every day from then on.
 *
 * @throws NotFound, NothingToChange, HubBelowItself, BranchPlacedLater — in this order
 */
export function moveHub(command: Decidable<MoveHub>, network: ReadonlyNetwork): HubMoved {
  const { hub, parent, from } = command.input;
  const moved = network.hubs.get(hub);
  if (!moved) throw new NotFound();
  requireHub(network, parent);
  if (moved.parent === parent) throw new NothingToChange();
  const branch = branchOf(network, hub);
  if (parent && branch.includes(parent)) throw new HubBelowItself({ hub, parent });
  requireNothingLater(network, parent ? [...branch, parent] : branch, from);

  return { type: 'HubMoved', data: { hub, ...(parent && { parent }), from } };
}

function requireHub(network: ReadonlyNetwork, hub: HubId | undefined): void {
  if (hub && !network.hubs.has(hub)) throw new NotFound();
}

function requireNothingLater(network: ReadonlyNetwork, hubs: readonly HubId[], from: LocalDate): void {
  for (const hub of hubs) {
    const place = placeOf(network, hub);
    if (place && place.from > from) throw new BranchPlacedLater({ hub, day: place.from });
  }
}
