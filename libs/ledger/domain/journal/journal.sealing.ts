import {
  unreachable,
  type AccountId,
  type KeyOwner,
  type NewId,
  type OldFacts,
  type PersonId,
  type Sealing,
} from '#kernel';
import { exchangeFactsOf } from './claim-at-hand.js';
import type { ImportExchanges } from './exchange.commands.js';
import type { JournalCommand } from './journal.commands.js';
import type { JournalEvent } from './journal.events.js';
import type { ReadonlyJournal } from './journal.state.js';

/** Where a text belongs: on an exchange it is its parties', about a member it is that membership's, any other the bank's. */
export function sealingOf(
  command: JournalCommand,
  field: string,
  journal: ReadonlyJournal,
  newId: NewId,
  old: OldFacts<JournalEvent>,
): Sealing {
  switch (command.name) {
    case 'LogExchange': {
      const { provider, receiver } = command.input;
      return { entity: newId('exchange'), field, owners: ownersOf(journal, [provider, receiver]) };
    }
    case 'ImportExchanges':
      return sealingOfRow(command, field, journal, newId);
    case 'ConfirmExchange':
    case 'DeclineExchange':
    case 'AnswerExchange':
    case 'WithdrawExchange':
    case 'ExpireExchange': {
      const { exchange } = command.input;
      const facts = journal.claims.get(exchange)?.facts ?? exchangeFactsOf(old.last?.event);
      return { entity: exchange, field, owners: ownersOf(journal, facts ? [facts.provider, facts.receiver] : []) };
    }
    case 'SuspendMember':
    case 'ReadmitMember':
    case 'SetLimits':
      return { entity: command.input.account, field, owners: ownersOf(journal, [command.input.account]) };
    case 'GiveMandate':
      return { entity: newId('mandate'), field, owners: ownersOf(journal, [command.input.account]) };
    case 'EndMandate': {
      const mandate = journal.mandates.get(command.input.mandate);
      return { entity: command.input.mandate, field, owners: ownersOf(journal, mandate ? [mandate.account] : []) };
    }
    case 'GrantRole':
      return { entity: newId('grant'), field, owners: ownersOf(journal, accountsOf(journal, command.input.person)) };
    case 'RevokeRole': {
      const holder = journal.grants.get(command.input.grant)?.person;
      return { entity: command.input.grant, field, owners: ownersOf(journal, accountsOf(journal, holder)) };
    }
    case 'EraseMember':
    case 'AdmitMember':
      return { entity: newId('account'), field, owners: ownersOf(journal, []) };
    case 'OpenBank':
    case 'ServeHub':
    case 'PlaceHub':
    case 'MoveJournal':
      return { entity: journal.bank, field, owners: ownersOf(journal, []) };
    default:
      return unreachable(command);
  }
}

/** `note.17` is the note of row 17, and stands in its record as `note`. */
function sealingOfRow({ input }: ImportExchanges, text: string, journal: ReadonlyJournal, newId: NewId): Sealing {
  const [field = text, place] = text.split('.');
  const row = input.rows[Number(place)];
  const owners = ownersOf(journal, row ? [row.provider, row.receiver] : []);
  return { entity: newId('exchange', Number(place)), field, owners };
}

function accountsOf(journal: ReadonlyJournal, person: PersonId | undefined): readonly AccountId[] {
  return (person && journal.accountsOf.get(person)) ?? [];
}

/** An id that names no membership has no key: what is about nobody here is the bank's. */
function ownersOf(journal: ReadonlyJournal, accounts: readonly AccountId[]): readonly KeyOwner[] {
  const members = accounts.filter((account) => journal.memberships.has(account));
  if (members.length === 0) return [{ kind: 'bank', id: journal.bank }];
  return members.map((id) => ({ kind: 'membership', id }));
}
