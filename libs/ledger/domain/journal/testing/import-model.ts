import type { Actor, ExchangeId } from '#kernel';
import type { ImportExchanges, ImportedRow } from '../exchange.commands.js';
import type { BookModel } from './book-model.js';
import { Refused, refuse } from './known-facts.js';
import type { KnownPowers } from './known-powers.js';
import { TermsModel } from './terms-model.js';

const rowsMax = 200;
const weekMinutes = 7 * 24 * 60;

/** What happened before the bank kept its own books: each row an entry, whatever the limits and the bank's step. */
export class ImportModel {
  constructor(
    private readonly known: KnownPowers,
    private readonly book: BookModel,
    private readonly terms = new TermsModel(known),
  ) {}

  answer(
    { input: { rows }, texts = {} }: ImportExchanges,
    actor: Actor,
    today: string,
    ids: readonly ExchangeId[],
  ): string {
    if (!('import' in actor)) throw new Refused('FORBIDDEN');
    this.known.requireRole(actor.person, ['administrator'], today);
    refuse({ NOTHING_TO_CHANGE: rows.length === 0, TOO_MANY_ROWS: rows.length > rowsMax });
    for (const row of rows) this.requireRow(row, today);
    const posted = rows.map((row, n) => {
      const facts = {
        ...row,
        exchange: ids[n] as ExchangeId,
        loggedBy: actor.person,
        note: texts[`note.${String(n)}`],
      };
      return this.book.post(facts, { kind: 'import', import: actor.import }, actor);
    });
    return posted.join();
  }

  /** One that is refused refuses all. */
  private requireRow(row: ImportedRow, today: string): void {
    this.terms.requireAccounts(row);
    this.terms.requireTwoPersons(row);
    refuse({
      MINUTES_NOT_POSITIVE: row.minutes < 1,
      MINUTES_ABOVE_MAX: row.minutes > weekMinutes,
      HUB_NOT_SERVED: !this.known.isServed(row.hub),
      UNKNOWN_CATEGORY: row.category !== undefined && !this.known.rules.categories.includes(row.category),
    });
    this.terms.requireStanding(row, today);
  }
}
