import type { Deadline, DueCommand, Instant } from '#kernel';
import type { ExpireExchange } from './exchange.commands.js';
import { deadlinesActor } from './expire-exchange.js';
import type { Journal, OpenClaim, ReadonlyJournal } from './journal.state.js';

/** The claims whose days are over, in the order in which they ended. */
export function* dueExpiries(journal: ReadonlyJournal, at: Instant): Iterable<DueCommand<ExpireExchange>> {
  for (const deadline of journal.deadlines.inOrder()) {
    if (deadline.at > at) return;
    const claim = claimOf(journal, deadline);
    if (!claim) continue;
    const { exchange } = claim.facts;
    yield {
      command: { name: 'ExpireExchange', input: { exchange } },
      actor: deadlinesActor,
      key: JSON.stringify(['expire', exchange, deadline.at]),
    };
  }
}

/** A claim that was closed or answered leaves its deadline behind: the head is cleared, the rest is passed over when it comes up. */
export function dropStaleDeadlines(journal: Journal): void {
  for (let first = journal.deadlines.first(); first; first = journal.deadlines.first()) {
    if (claimOf(journal, first)) return;
    journal.deadlines.dropFirst();
  }
}

/** The claim that set a deadline, while it still waits for the answer to that very record. */
function claimOf(journal: ReadonlyJournal, { entity, revision }: Deadline): OpenClaim | undefined {
  const claim = journal.claims.get(entity as OpenClaim['facts']['exchange']);
  return claim?.revision === revision ? claim : undefined;
}
