import { ownerOf, type Actor, type BankId, type PersonId } from '#kernel';
import { projection, put } from '#read-model';
import type { JournalEvent } from '../../domain/journal/journal.events.js';
import { acts } from './act.table.js';

/** The register of what those who keep a bank did by their roles: a delegate's acts are the member's own. */
export const actView = projection<JournalEvent>({
  name: 'act',
  shape: 1,
  categories: ['journal'],
  tables: [acts],
  rows: ({ event, actor, stream, revision, recordedAt }) => {
    const actorId = keeperOf(actor);
    if (actorId === undefined) return [];
    const bankId = ownerOf<BankId>(stream);
    return subjectsOf(event).map((subjectId) =>
      put(acts, { bankId, subjectId, revision, act: event.type, actorId, recordedAt }),
    );
  },
});

function keeperOf(actor: Actor): PersonId | undefined {
  if (!('person' in actor) || 'import' in actor) return undefined;
  return actor.grant !== undefined && actor.for === undefined ? actor.person : undefined;
}

/** Whom a record concerns: the accounts, or the person who got or lost a role. */
function subjectsOf({ type, data }: JournalEvent): readonly string[] {
  switch (type) {
    case 'MemberAdmitted':
    case 'MemberSuspended':
    case 'MemberReadmitted':
    case 'MemberErased':
    case 'LimitsSet':
    case 'MandateGiven':
    case 'MandateEnded':
      return [data.account];
    case 'RoleGranted':
    case 'RoleRevoked':
      return [data.person];
    case 'ExchangeLogged':
    case 'ExchangeAnswered':
    case 'ExchangePosted':
    case 'ExchangeDeclined':
    case 'ExchangeWithdrawn':
      return [data.facts.provider, data.facts.receiver];
    default:
      return [];
  }
}
