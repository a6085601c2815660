import { Forbidden, NothingToChange, type Decidable, type Decided } from '#kernel';
import { HubNotServed } from './bank.errors.js';
import type { PlaceHub } from './bank.commands.js';
import type { HubPlaced } from './bank.events.js';
import type { ReadonlyJournal } from './journal.state.js';
import { openedBank } from './opened.js';

/**
 * The network moved a hub, or one above it. What the network recorded before the last that was taken for this hub is old news.
 *
 * @throws NotFound (no bank), Forbidden, HubNotServed, NothingToChange — in this order
 */
export function placeHub(command: Decidable<PlaceHub>, journal: ReadonlyJournal): readonly Decided<HubPlaced>[] {
  const { hub, ancestors, from, cause } = command.input;
  openedBank(journal, command.at);
  if (!('system' in command.actor) || command.actor.system !== 'network') throw new Forbidden();
  const served = journal.hubs.get(hub);
  if (!served) throw new HubNotServed({ hub });
  if (cause.revision <= served.networkRevision) throw new NothingToChange();
  return [{ event: { type: 'HubPlaced', data: { hub, ancestors, from, cause } }, actor: command.actor }];
}
