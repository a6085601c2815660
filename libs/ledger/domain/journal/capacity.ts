import { NotFound, type AccountId, type HubId, type LocalDate, type PersonActor, type RecordRef } from '#kernel';
import { coordinatorGrant, mandateOf, recordOf } from './authority.js';
import { DeskIsParty } from './exchange.errors.js';
import type { Side } from './exchange.events.js';
import type { ReadonlyJournal } from './journal.state.js';
import { sideOf, type Parties } from './sides.js';

/** In what name somebody acts on an exchange. */
export type Capacity =
  | { readonly kind: 'own'; readonly side: Side }
  | { readonly kind: 'delegate'; readonly side: Side; readonly grant: RecordRef }
  | { readonly kind: 'desk'; readonly grant: RecordRef };

/**
 * Who names a member acts by that member's mandate; a party acts for themselves; a coordinator in scope of the hub
 * is a desk. To everybody else the exchange does not exist.
 *
 * @throws NotFound, DeskIsParty — in this order
 */
export function capacityOf(
  journal: ReadonlyJournal,
  actor: PersonActor,
  exchange: Parties & { readonly hub: HubId },
  today: LocalDate,
): Capacity {
  if (actor.for !== undefined) return delegated(journal, actor.person, actor.for, exchange, today);
  const own = journal.accountsOf.get(actor.person)?.find((account) => sideOf(exchange, account) !== undefined);
  const side = own && sideOf(exchange, own);
  if (side) return { kind: 'own', side };
  const grant = coordinatorGrant(journal, actor.person, exchange.hub, today);
  if (!grant) throw new NotFound();
  for (const party of [exchange.provider, exchange.receiver]) {
    if (mandateOf(journal, actor.person, party, today)) throw new DeskIsParty({ account: party });
  }
  return { kind: 'desk', grant: recordOf(journal, grant) };
}

function delegated(
  journal: ReadonlyJournal,
  person: PersonActor['person'],
  account: AccountId,
  parties: Parties,
  today: LocalDate,
): Capacity {
  const mandate = mandateOf(journal, person, account, today);
  const side = sideOf(parties, account);
  if (!mandate || !side) throw new NotFound();
  return { kind: 'delegate', side, grant: recordOf(journal, mandate) };
}

/** The actor as recorded: with the grant or mandate used, and nothing that came from outside. */
export function actingAs({ person, for: account }: PersonActor, capacity: Capacity): PersonActor {
  return {
    person,
    ...(account !== undefined && { for: account }),
    ...(capacity.kind !== 'own' && { grant: capacity.grant }),
  };
}
