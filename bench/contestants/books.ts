import { withClient } from '../databases.js';

export interface Kept {
  readonly exchanges: number;
  readonly sum: number;
}

/** What one contestant has answered, held against what it has kept. */
export class Books {
  private written: number;

  private constructor(
    private readonly name: string,
    private readonly kept: () => Promise<Kept>,
    before: number,
  ) {
    this.written = before;
  }

  /** What is kept already is no part of the run. */
  static async open(name: string, kept: () => Promise<Kept>): Promise<Books> {
    return new Books(name, kept, (await kept()).exchanges);
  }

  add(exchanges: number): void {
    this.written += exchanges;
  }

  /** @throws unless every answered exchange is there once, none beyond them, and all hours sum to zero */
  async check(): Promise<void> {
    const { exchanges, sum } = await this.kept();
    if (exchanges !== this.written) {
      throw new Error(`${this.name}: ${String(exchanges)} exchanges in the books, ${String(this.written)} answered`);
    }
    if (sum !== 0) throw new Error(`${this.name}: the books sum to ${String(sum)}`);
  }
}

/** Asks a database for what it keeps: one row with `exchanges` and `sum`. */
export function keptIn(databaseUrl: string, sql: string): Promise<Kept> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<Kept>(sql);
    if (!rows[0]) throw new Error('the books are empty');
    return rows[0];
  });
}

/** The journals themselves, line by line, on PostgreSQL. */
export const inRecords = `
  select count(*)::int as exchanges, coalesce(sum((minutes->>0)::int + (minutes->>1)::int), 0)::int as sum
  from (select split_part(record, E'\\n', 1)::jsonb->'entry'->'minutes' as minutes
        from events.record where type = 'ExchangePosted') heads`;

/** What the product shows its readers, on either store. A fresh database reads the first version of each view. */
export const inReadModels = `
  select (select count(*) / 2 from read.account_statement_v1)::int as exchanges,
         ((select coalesce(sum(balance_minutes), 0) from read.account_balance_v1)
           + abs((select coalesce(sum(minutes), 0) from read.account_statement_v1)))::int as sum`;

export const inPeer = `
  select (select count(*) from exchange where state = 'posted')::int as exchanges,
         ((select coalesce(sum(balance), 0) from account) + abs((select coalesce(sum(minutes), 0) from entry)))::int as sum`;

export const inRecordTable = 'select count(*)::int as exchanges, 0 as sum from record';

export const inEmmett = 'select count(*)::int as exchanges, 0 as sum from emt_messages';
