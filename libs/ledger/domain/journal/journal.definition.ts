import { ownerOf, type StreamDefinition } from '#kernel';
import type { JournalCommand } from './journal.commands.js';
import { dropStaleDeadlines, dueExpiries } from './journal.deadlines.js';
import { decideJournal } from './journal.decider.js';
import { entityOf, targetOf } from './journal.entities.js';
import type { JournalEvent } from './journal.events.js';
import { evolveJournal } from './journal.evolve.js';
import { sealingOf } from './journal.sealing.js';
import { initialJournal, type Journal } from './journal.state.js';

/** One journal per bank: `journal-<bank>`. */
export const journal: StreamDefinition<JournalCommand, JournalEvent, Journal> = {
  category: 'journal',
  foldVersion: 3,
  initial: initialJournal,
  decide: decideJournal,
  evolve: evolveJournal,
  entityOf,
  targetOf,
  sealing: sealingOf,
  stampOwners: (_command, stream) => [{ kind: 'bank', id: ownerOf(stream) }],
  inState: (command, state) => !('exchange' in command.input) || state.claims.has(command.input.exchange),
  due: dueExpiries,
  home: ({ store }) => store,
  settle: dropStaleDeadlines,
};
