import {
  NotFound,
  NothingToChange,
  type AccountId,
  type Decidable,
  type Decided,
  type ExchangeId,
  type ImportActor,
  type Minutes,
} from '#kernel';
import { requireImport } from './authority.js';
import { nextEntry } from './entry.js';
import { MinutesAboveMax, MinutesNotPositive, TooManyRows } from './exchange.errors.js';
import type { ImportExchanges, ImportedRow } from './exchange.commands.js';
import type { ExchangeFacts, ExchangePosted } from './exchange.events.js';
import { requireCategory, requireServed } from './exchange-terms.js';
import type { ReadonlyJournal } from './journal.state.js';
import { openedBank, type OpenedBank } from './opened.js';
import { accountOf } from './rows.js';
import { requireTwoPersons } from './sides.js';
import { requireStanding } from './standing.js';

export const importedRowsMax = 200;
const importedMinutesMax = 7 * 24 * 60;

/**
 * Past exchanges of another system's, each an entry of its own. They happened: limits only warn, and the bank's step and
 * largest exchange, chosen later, do not bind them. One row that is refused refuses all; `row` in its facts counts from 0.
 *
 * @throws NotFound (no bank), Forbidden or, to strangers, NotFound, NothingToChange (no rows), TooManyRows; row by row:
 * NotFound (no such account), SelfExchange, MinutesNotPositive, MinutesAboveMax, HubNotServed, UnknownCategory,
 * ServiceDateInFuture, BeforeMembership, MemberSuspended — in this order
 */
export function importExchanges(
  command: Decidable<ImportExchanges>,
  journal: ReadonlyJournal,
): readonly Decided<ExchangePosted>[] {
  const { rows } = command.input;
  const bank = openedBank(journal, command.at);
  const actor = requireImport(journal, command.actor, bank.today);
  if (rows.length === 0) throw new NothingToChange();
  if (rows.length > importedRowsMax) throw new TooManyRows({ rowsMax: importedRowsMax });

  const balances = new Map<AccountId, Minutes>();
  const balanceOf = (account: AccountId) => balances.get(account) ?? accountOf(journal, account).balanceMinutes;
  return rows.map((row, place) => {
    requireRow(journal, bank, row, place);
    const facts = importedFacts(command, row, place, actor);
    const entry = nextEntry(journal, bank.rules, facts, { balanceOf, after: journal.lastEntryNumber + place });
    for (const leg of entry.legs) balances.set(leg.account, leg.balanceAfterMinutes);
    const data = { facts, consent: { kind: 'import' as const, import: actor.import } };
    return { event: { type: 'ExchangePosted', data, entry }, actor };
  });
}

function requireRow(journal: ReadonlyJournal, { rules, today }: OpenedBank, row: ImportedRow, place: number): void {
  const at = { row: place };
  if (!journal.memberships.has(row.provider) || !journal.memberships.has(row.receiver)) throw new NotFound(at);
  requireTwoPersons(journal, row, at);
  if (row.minutes <= 0) throw new MinutesNotPositive(at);
  if (row.minutes > importedMinutesMax) throw new MinutesAboveMax({ ...at, minutesMax: importedMinutesMax });
  requireServed(journal, row.hub, at);
  requireCategory(rules, row.category, at);
  requireStanding(journal, row, today, at);
}

function importedFacts(
  command: Decidable<ImportExchanges>,
  row: ImportedRow,
  place: number,
  actor: ImportActor,
): ExchangeFacts {
  const { provider, receiver, minutes, serviceDate, hub, category } = row;
  const note = command.sealed[`note.${String(place)}`];
  return {
    exchange: command.newId<ExchangeId>('exchange', place),
    provider,
    receiver,
    minutes,
    serviceDate,
    hub,
    ...(category !== undefined && { category }),
    loggedBy: actor.person,
    ...(note && { note }),
  };
}
