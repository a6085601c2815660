import { Query, type Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg';

/** Batches on their way at once: more than PostgreSQL has cores would only make them smaller. */
const batchesMax = 4;
/** Of one batch; whoever comes last in it waits for all the others. */
const queriesMax = 16;

interface Waiting {
  readonly query: QueryConfig;
  readonly answered: (trouble: Error | undefined, result: QueryResult) => void;
}

/**
 * Queries that are answered at once, whatever the length of a history: those that come in the same turn of the event
 * loop, or while all batches are on their way, go together down one connection, and so share the two system calls and
 * the waking of two processes that each would cost alone. The pool's connections must be pipelined.
 */
export class QuickQueries {
  private readonly waiting: Waiting[] = [];
  private batches = 0;
  private isCalled = false;

  constructor(private readonly pool: Pool) {}

  query<Row extends object>(query: QueryConfig): Promise<QueryResult<Row>> {
    return new Promise((resolve, reject) => {
      const answered: Waiting['answered'] = (trouble, result) => {
        if (trouble) reject(trouble);
        else resolve(result);
      };
      this.waiting.push({ query, answered });
      this.callSoon();
    });
  }

  private callSoon(): void {
    if (this.isCalled || this.batches >= batchesMax || this.waiting.length === 0) return;
    this.isCalled = true;
    setImmediate(() => {
      this.isCalled = false;
      const batch = this.waiting.splice(0, queriesMax);
      this.batches += 1;
      this.callSoon();
      this.send(batch, () => {
        this.batches -= 1;
        this.callSoon();
      });
    });
  }

  private send(batch: readonly Waiting[], done: () => void): void {
    this.pool.connect((trouble, client, release) => {
      if (client) {
        askTogether(client, batch, (failed) => {
          release(failed);
          done();
        });
        return;
      }
      for (const { answered } of batch) answered(trouble, nothing);
      done();
    });
  }
}

/** Never read: what failed has no result. */
const nothing = undefined as never;

/** @param done is told whether anything failed: then the connection is not used again */
function askTogether(client: PoolClient, batch: readonly Waiting[], done: (failed: boolean) => void): void {
  let left = batch.length;
  let failed = false;
  const heard = (): void => undefined; // every query under way is told as well
  client.on('error', heard);
  const { stream } = client.connection;
  stream.cork();
  for (const { query, answered } of batch) {
    const ready = toSend(query, (trouble, result) => {
      failed ||= trouble !== null;
      answered(trouble ?? undefined, result);
      left -= 1;
      if (left > 0) return;
      client.removeListener('error', heard);
      done(failed);
    });
    client.query(ready);
  }
  stream.uncork();
}

/** Made of its parts: of a configuration pg makes a copy first, which takes as long as a dozen of these. */
function toSend(
  { name, text, values }: QueryConfig<unknown[]>,
  answered: (trouble: Error | null, result: QueryResult) => void,
): Query {
  return Object.assign(new Query(text, values, answered as never), { name });
}
