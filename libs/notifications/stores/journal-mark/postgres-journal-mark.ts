import type { Position, Statements } from '#kernel';
import type { Pool } from 'pg';
import type { JournalMark } from '../../ports/journal-mark.js';

/** The mark in PostgreSQL, for the role reciproca_app. */
export class PostgresJournalMark implements JournalMark {
  constructor(private readonly pool: Pool) {}

  async startingAt(store: string, head: Position): Promise<Position> {
    const sql = 'select notifications.journal_mark($1, $2::numeric)::text as mark';
    const { rows } = await this.pool.query<{ mark: string }>(sql, [store, String(head)]);
    return BigInt(rows[0]?.mark ?? head);
  }

  async advance(
    store: string,
    from: Position,
    to: Position,
    work: (within: Statements) => Promise<void>,
  ): Promise<boolean> {
    const client = await this.pool.connect();
    let broken = true;
    try {
      await client.query('begin');
      const sql = 'select notifications.move_journal_mark($1, $2::numeric, $3::numeric) as moved';
      const { rows } = await client.query<{ moved: boolean }>(sql, [store, String(from), String(to)]);
      const moved = rows[0]?.moved ?? false;
      if (moved) await work(client);
      await client.query(moved ? 'commit' : 'rollback');
      broken = false;
      return moved;
    } finally {
      client.release(broken);
    }
  }
}
