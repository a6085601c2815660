import type pg from 'pg';
import {
  StoreDamaged,
  StoreUnavailable,
  type Append,
  type AppendVerdict,
  type Batch,
  type Clock,
  type EventStore,
  type Position,
  type StoredRecord,
  type StreamId,
  type Subscription,
} from '#kernel';
import { requireStorable } from '../append-limits.js';
import { flushStatement, verdictOf, type VerdictRow } from './flush-statement.js';
import { HeadWatch } from './head-watch.js';
import { RecentRecords } from './recent-records.js';
import { appendFailure, endsConnection, readFailure, unreachable } from './store-errors.js';
import { batchAfter, storedRecords, type RecordRow } from './stored-rows.js';

/** A server that says nothing for so long is taken for lost. */
const answerMsMax = 20_000;

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

type TimedQuery = pg.QueryArrayConfig<unknown[]> & { readonly query_timeout: number };

class PostgresEventStore implements EventStore {
  private readonly recent = new RecentRecords();
  private readonly watch: HeadWatch;

  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
    private readonly release: () => Promise<void>,
  ) {
    this.watch = new HeadWatch(pool, () => this.head());
    // A connection that breaks is replaced by the pool; without a listener its error would end the process.
    pool.on('error', ignore);
    pool.on('acquire', (client) => client.off('error', ignore).on('error', ignore));
  }

  async append(append: Append): Promise<AppendVerdict> {
    const [verdict] = await this.appendMany([append]);
    if (!verdict) throw new StoreDamaged('PostgreSQL answered without a verdict');
    return verdict;
  }

  async appendMany(appends: readonly Append[]): Promise<readonly AppendVerdict[]> {
    requireStorable(appends);
    if (appends.length === 0) return [];
    this.watch.flushBegins();
    let head = 0n;
    try {
      const verdicts = (await this.flush(appends)).map(verdictOf);
      head = this.handOver(appends, verdicts);
      return verdicts;
    } finally {
      this.watch.flushEnds(head);
    }
  }

  async readStream(stream: StreamId, from: number, limit: number): Promise<readonly StoredRecord[]> {
    return storedRecords(
      await this.read<RecordRow>({
        name: 'read-stream',
        text: 'select * from events.read_stream($1, $2, $3)',
        values: [stream, from, limit],
      }),
    );
  }

  async *subscribe({ after, categories, batchSize, signal }: Subscription): AsyncGenerator<Batch> {
    this.watch.start();
    let through = after;
    let asked = false;
    while (!signal.aborted && !this.watch.closed) {
      const known = this.recent.following(through, categories, batchSize);
      const mayBeThere: boolean = !asked || this.watch.reached > through;
      const batch: Batch | 'nothing' | 'away' =
        known ?? (mayBeThere ? await this.readBack(through, categories, batchSize) : 'nothing');
      asked = batch !== 'away';
      if (batch === 'away') {
        await this.watch.news(signal);
      } else if (batch === 'nothing') {
        await this.watch.beyond(through, signal);
      } else {
        through = batch.through;
        this.watch.raise(through);
        yield batch;
      }
    }
  }

  async head(): Promise<Position> {
    const [row] = await this.read<readonly [string]>({ name: 'head', text: 'select events.head()', values: [] });
    return BigInt(row?.[0] ?? 0);
  }

  async storeId(): Promise<string> {
    const [row] = await this.read<readonly [string]>({
      name: 'store-id',
      text: 'select events.store_id()',
      values: [],
    });
    if (!row) throw new StoreDamaged('the store has no id');
    return row[0];
  }

  async close(): Promise<void> {
    await this.watch.close();
    await this.release();
  }

  /** One round trip, whose transaction ends before the answer: pg resolves only once the server is ready for the next query. */
  private async flush(appends: readonly Append[]): Promise<readonly VerdictRow[]> {
    const { connection } = this.watch;
    const client = connection.take() ?? (await this.connect());
    const giveBack = (broken: boolean): void => {
      connection.giveBack(client, broken);
    };
    return ask<VerdictRow>(client, flushStatement(appends, this.clock.now()), giveBack).catch((error: unknown) => {
      throw appendFailure(error);
    });
  }

  /** Answers the last position that was handed over. */
  private handOver(appends: readonly Append[], verdicts: readonly AppendVerdict[]): Position {
    let last = 0n;
    appends.forEach(({ records }, index) => {
      const verdict = verdicts[index];
      if (verdict?.status !== 'appended' || records.length === 0) return;
      this.recent.keep(records, verdict.position);
      if (verdict.position > last) last = verdict.position;
    });
    return last;
  }

  /** @throws StoreDamaged on a hole, and when the store reaches less far than its reader has come */
  private async readBack(
    after: Position,
    categories: readonly string[],
    batchSize: number,
  ): Promise<Batch | 'nothing' | 'away'> {
    try {
      const reached = this.watch.reached;
      const rows = await this.read<RecordRow>({
        name: 'read-all',
        text: 'select * from events.read_all($1, $2, $3)',
        values: [after, categories, batchSize],
      });
      const batch = batchAfter(after, rows);
      if (!batch && (reached > after || (await this.head()) < after)) {
        throw new StoreDamaged(`the reader is at ${String(after)}, and the store reaches less far than it did`);
      }
      return batch ?? 'nothing';
    } catch (error) {
      if (error instanceof StoreUnavailable) return 'away';
      throw error;
    }
  }

  private async read<Row>(statement: Statement): Promise<readonly Row[]> {
    const client = await this.connect();
    const giveBack = (broken: boolean): void => {
      client.release(broken);
    };
    return ask<Row>(client, statement, giveBack).catch((error: unknown) => {
      throw readFailure(error);
    });
  }

  private connect(): Promise<pg.PoolClient> {
    return this.pool.connect().catch((error: unknown) => {
      throw unreachable(error);
    });
  }
}

function ignore(): void {
  // the query in flight on that connection, if any, is told by itself
}

/** Gives the connection back, or away where nothing more can be asked on it. */
async function ask<Row>(
  client: pg.PoolClient,
  { name, text, values }: Statement,
  giveBack: (broken: boolean) => void,
): Promise<readonly Row[]> {
  const query: TimedQuery = { name, text, values: [...values], rowMode: 'array', query_timeout: answerMsMax };
  try {
    const { rows } = await client.query<Row & unknown[], unknown[]>(query);
    giveBack(false);
    return rows;
  } catch (error) {
    giveBack(endsConnection(error));
    throw error;
  }
}

/**
 * The event store on PostgreSQL. The pool stays its owner's, who ends it after `close` or in `release`, which `close` waits
 * for; its connections have the application's role.
 * One connection of it is kept for LISTEN and for flushes as soon as somebody subscribes.
 */
export function postgresEventStore(
  pool: pg.Pool,
  clock: Clock,
  release: () => Promise<void> = () => Promise.resolve(),
): EventStore {
  return new PostgresEventStore(pool, clock, release);
}
