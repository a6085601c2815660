import type { Decidable, Decided } from '#kernel';
import { requireAdministrator } from './authority.js';
import { HubAlreadyServed } from './bank.errors.js';
import type { ServeHub } from './bank.commands.js';
import type { HubServed } from './bank.events.js';
import type { ReadonlyJournal } from './journal.state.js';
import { openedBank } from './opened.js';

/**
 * The bank serves a hub of its network, at the place where the network's tree has it.
 *
 * @throws NotFound (no bank), Forbidden or, to strangers, NotFound, HubAlreadyServed — in this order
 */
export function serveHub(command: Decidable<ServeHub>, journal: ReadonlyJournal): readonly Decided<HubServed>[] {
  const { hub, ancestors, from, cause } = command.input;
  const { today } = openedBank(journal, command.at);
  const { actor } = requireAdministrator(journal, command.actor, today);
  if (journal.hubs.has(hub)) throw new HubAlreadyServed({ hub });
  return [{ event: { type: 'HubServed', data: { hub, ancestors, from, cause } }, actor }];
}
