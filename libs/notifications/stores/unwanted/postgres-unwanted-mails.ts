import type { PersonId } from '#kernel';
import type { Pool } from 'pg';
import type { OptionalKind, UnwantedMails } from '../../ports/unwanted-mails.js';

/** Preferences in PostgreSQL, for the role reciproca_app. */
export class PostgresUnwantedMails implements UnwantedMails {
  constructor(private readonly pool: Pool) {}

  async has(person: PersonId, kind: OptionalKind): Promise<boolean> {
    const sql = 'select notifications.is_unwanted($1, $2) as unwanted';
    const { rows } = await this.pool.query<{ unwanted: boolean }>(sql, [person, kind]);
    return rows[0]?.unwanted ?? false;
  }

  async set(person: PersonId, kind: OptionalKind, wanted: boolean): Promise<void> {
    await this.pool.query('select notifications.set_wanted($1, $2, $3)', [person, kind, wanted]);
  }
}
