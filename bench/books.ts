import pg from 'pg';
import type { Bounds } from './compare.js';
import type { Contestant } from './workloads.js';

/** @throws unless every answered exchange is in the books of its contestant, none beyond what was sent, and all sums are zero */
export async function checkBooks(
  product: string,
  peers: string,
  written: ReadonlyMap<Contestant, Bounds>,
): Promise<void> {
  const kept = await one(
    product,
    `select count(*)::int as exchanges, coalesce(sum((head->>0)::int + (head->>1)::int), 0)::int as sum
     from (select split_part(record, E'\\n', 1)::jsonb->'entry'->'minutes' as head from events.record where type = 'ExchangePosted') heads`,
  );
  const books = await one(
    peers,
    `select (select count(*) from exchange)::int as exchanges,
            ((select coalesce(sum(balance), 0) from account) + abs((select coalesce(sum(minutes), 0) from entry)))::int as sum`,
  );
  requireWithin('product', kept, [written.get('product')]);
  requireWithin('peers', books, [written.get('hand'), written.get('fn')]);
}

function requireWithin(name: string, books: Books, written: readonly (Bounds | undefined)[]): void {
  const least = written.reduce((sum, bounds) => sum + (bounds?.least ?? 0), 0);
  const most = written.reduce((sum, bounds) => sum + (bounds?.most ?? 0), 0);
  if (books.exchanges < least || books.exchanges > most) {
    throw new Error(
      `${name}: ${String(books.exchanges)} exchanges in the books, ${String(least)} answered, ${String(most)} sent`,
    );
  }
  if (books.sum !== 0) throw new Error(`${name}: the books sum to ${String(books.sum)}`);
}

interface Books {
  readonly exchanges: number;
  readonly sum: number;
}

async function one(databaseUrl: string, sql: string): Promise<Books> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Books>(sql);
    if (!rows[0]) throw new Error('the books are empty');
    return rows[0];
  } finally {
    await client.end();
  }
}
