import { Forbidden, NothingToChange, type Decidable, type Decided } from '#kernel';
import type { MoveJournal } from './bank.commands.js';
import type { JournalMoved } from './bank.events.js';
import type { ReadonlyJournal } from './journal.state.js';
import { openedBank } from './opened.js';

/**
 * The journal goes on in another store: after this record nothing is decided in any but that one.
 *
 * @throws NotFound (no bank), Forbidden, NothingToChange — in this order
 */
export function moveJournal(
  command: Decidable<MoveJournal>,
  journal: ReadonlyJournal,
): readonly Decided<JournalMoved>[] {
  const { to } = command.input;
  openedBank(journal, command.at);
  if (!('system' in command.actor) || command.actor.system !== 'move-store') throw new Forbidden();
  if (journal.store === to) throw new NothingToChange();
  return [{ event: { type: 'JournalMoved', data: { to } }, actor: command.actor }];
}
