import { DatabaseError, Pool, types, type CustomTypesConfig, type QueryConfig, type QueryResult } from 'pg';
import { StoreUnavailable } from '#kernel';
import type { Log } from './log.js';
import { QuickQueries } from './quick-queries.js';

export interface ReadingPoolOptions {
  readonly databaseUrl: string;
  readonly log: Log;
  /** Connections at most. */
  readonly connectionsMax?: number;
  /** How long one query may take. */
  readonly statementMsMax?: number;
}

const connectMsMax = 5_000;
/** PostgreSQL ends a query by itself; one that does not even say so is given up a little later. */
const silenceMs = 2_000;

/** The application's connections for reading. Where PostgreSQL is away, whoever asks hears so. */
export class ReadingPool {
  private readonly pool: Pool;
  private readonly quickQueries: QuickQueries;

  constructor({ databaseUrl, log, connectionsMax = 8, statementMsMax = 10_000 }: ReadingPoolOptions) {
    this.pool = new Pool({
      connectionString: databaseUrl,
      options: '-c role=reciproca_app',
      max: connectionsMax,
      connectionTimeoutMillis: connectMsMax,
      statement_timeout: statementMsMax,
      query_timeout: statementMsMax + silenceMs,
      types: readAs,
      pipeline: true,
    });
    this.quickQueries = new QuickQueries(this.pool);
    this.pool.on('error', (err) => {
      log.warn({ err }, 'an idle connection of the read side was lost');
    });
  }

  /** @throws StoreUnavailable when PostgreSQL cannot be reached, goes away meanwhile, or takes too long */
  query<Row extends object>(query: QueryConfig): Promise<readonly Row[]> {
    return rowsOf(this.pool.query<Row>(query));
  }

  /** For what is answered at once, whatever the length of a history: see `QuickQueries`. @throws as `query` does */
  quick<Row extends object>(query: QueryConfig): Promise<readonly Row[]> {
    return rowsOf(this.quickQueries.query<Row>(query));
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

async function rowsOf<Row extends object>(asked: Promise<QueryResult<Row>>): Promise<readonly Row[]> {
  try {
    return (await asked).rows;
  } catch (cause) {
    throw isAway(cause) ? new StoreUnavailable('the views cannot be read', { cause }) : cause;
  }
}

/** Connection (08), resources (53), operator (57: shutdown, coming up, cancelled for its time), the disk (58). */
const away = /^(08|53|57|58)/;

/** What PostgreSQL never said is the connection's trouble, unless our own code is at fault. */
function isAway(cause: unknown): boolean {
  if (cause instanceof DatabaseError) return away.test(cause.code ?? '');
  return !(cause instanceof TypeError);
}

/** Sums and counts as numbers, days as the text that SQL gives. */
const readAs: CustomTypesConfig = {
  getTypeParser: (oid: Parameters<typeof types.getTypeParser>[0], format?: 'text' | 'binary') => {
    if (oid === types.builtins.INT8) return Number;
    if (oid === types.builtins.DATE) return String;
    return types.getTypeParser(oid, format ?? 'text') as unknown;
  },
};
