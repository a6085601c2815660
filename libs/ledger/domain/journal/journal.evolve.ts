import { unreachable, type Recorded } from '#kernel';
import { evolveBank } from './bank.evolve.js';
import { evolveExchange } from './exchange.evolve.js';
import type { JournalEvent } from './journal.events.js';
import type { Journal } from './journal.state.js';
import { evolveMember } from './member.evolve.js';
import { evolveRole } from './role.evolve.js';

/** The one door by which a journal's state changes. Rows are never altered: a changed one is set anew. */
export function evolveJournal(journal: Journal, record: Recorded<JournalEvent>): void {
  const { event, revision } = record;
  switch (event.type) {
    case 'BankOpened':
    case 'HubServed':
    case 'HubPlaced':
    case 'JournalMoved':
      return evolveBank(journal, { ...record, event });
    case 'MemberAdmitted':
    case 'MemberSuspended':
    case 'MemberReadmitted':
    case 'LimitsSet':
    case 'MandateGiven':
    case 'MandateEnded':
    case 'MemberErased':
      return evolveMember(journal, event, revision);
    case 'RoleGranted':
    case 'RoleRevoked':
      return evolveRole(journal, event, revision);
    case 'ExchangeLogged':
    case 'ExchangeAnswered':
    case 'ExchangePosted':
    case 'ExchangeDeclined':
    case 'ExchangeWithdrawn':
    case 'ExchangeExpired':
      return evolveExchange(journal, { ...record, event });
    default:
      return unreachable(event);
  }
}
