import type { Pool, PoolClient } from 'pg';

/** A refusal that takes everything back. */
export class RolledBack<T> {
  constructor(readonly answer: T) {}
}

/**
 * One transaction. `begin` waits for nothing: what follows is sent right behind it, and `last`, which needs no answer
 * before the commit, goes with the commit.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<{ readonly answer: T; readonly last?: () => Promise<unknown> } | RolledBack<T>>,
): Promise<T> {
  const client = await pool.connect();
  try {
    const begun = client.query('begin');
    begun.catch(() => undefined);
    const done = await work(client);
    await begun;
    if (done instanceof RolledBack) {
      await client.query('rollback');
      return done.answer;
    }
    await Promise.all([done.last?.(), client.query('commit')]);
    return done.answer;
  } catch (cause) {
    await client.query('rollback');
    throw cause;
  } finally {
    client.release();
  }
}
