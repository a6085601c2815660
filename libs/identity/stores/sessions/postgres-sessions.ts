import type { Pool } from 'pg';
import type { PersonId } from '#kernel';
import type { KeptSession, NewSession, SessionStore } from '../../ports/session-store.js';
import { inTransaction } from '../in-transaction.js';
import { columns, keptSession, type SessionRow } from './session.row.js';

const nobody = '00000000-0000-0000-0000-000000000000';
/** A row is still good: nobody ended it and its time is not over. */
const isOpen = 'ended_at is null and ends_at > to_timestamp($2::float8 / 1000)';

/**
 * Sessions in PostgreSQL, for the role reciproca_app. Times are the server's; but between two refreshes, which may reach two
 * servers, the database's clock decides.
 */
export class PostgresSessions implements SessionStore {
  constructor(private readonly pool: Pool) {}

  async open(session: NewSession): Promise<void> {
    const { id, person, place, by, agent, secretHash, salt, openedAtMs, endsAtMs } = session;
    const [hub, origin] = place.kind === 'embedded' ? [place.hub, place.origin] : [null, null];
    await this.pool.query(
      `insert into identity.session
         (id, person, kind, hub, origin, signed_in_by, agent, secret_hash, salt, generation, opened_at, rotated_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0,
         to_timestamp($10::float8 / 1000), to_timestamp($10::float8 / 1000), to_timestamp($11::float8 / 1000))`,
      [id, person, place.kind, hub, origin, by, agent, secretHash, salt, openedAtMs, endsAtMs],
    );
  }

  change: SessionStore['change'] = (session, decide) =>
    inTransaction(this.pool, async (client) => {
      const sql = `select ${columns}, extract(epoch from clock_timestamp())::float8 * 1000 as at_ms
        from identity.session where id = $1 for update`;
      const { rows } = await client.query<SessionRow & { readonly at_ms: number }>(sql, [session]);
      if (rows[0] === undefined) return undefined;
      const [kept, atMs] = [keptSession(rows[0]), rows[0].at_ms];
      const { family, answer } = decide(kept, atMs);
      if (family !== kept.family) {
        await client.query(
          `update identity.session set generation = $2, rotated_at = to_timestamp($3::float8 / 1000),
             ended_at = case when $4 then coalesce(ended_at, to_timestamp($5::float8 / 1000)) end
           where id = $1`,
          [session, family.generation, family.rotatedAtMs, family.status === 'ended', atMs],
        );
      }
      return answer;
    });

  async ofSecret(hash: Uint8Array, atMs: number): Promise<KeptSession | undefined> {
    const [found] = await this.read(`secret_hash = $1 and kind = 'console' and ${isOpen}`, [hash, atMs]);
    return found;
  }

  ofPerson(person: PersonId, atMs: number): Promise<readonly KeptSession[]> {
    return this.read(`person = $1 and ${isOpen} order by opened_at desc, id`, [person, atMs]);
  }

  end: SessionStore['end'] = async (person, which, atMs) => {
    const { rows } = await this.pool.query<Pick<SessionRow, 'id'>>(
      `update identity.session set ended_at = to_timestamp($2::float8 / 1000)
       where person = $1 and ${isOpen} and ($3::uuid is null or id = $3) returning id`,
      [person, atMs, which === 'all' ? null : which],
    );
    return rows.map(({ id }) => id);
  };

  endedSince: SessionStore['endedSince'] = async (ms) => {
    const sql = 'select id from identity.session where ended_at > to_timestamp($1::float8 / 1000)';
    const { rows } = await this.pool.query<Pick<SessionRow, 'id'>>({ name: 'ended-sessions', text: sql, values: [ms] });
    return rows.map(({ id }) => id);
  };

  async sweep(beforeMs: number): Promise<void> {
    const sql = 'delete from identity.session where least(ends_at, ended_at) < to_timestamp($1::float8 / 1000)';
    await this.pool.query(sql, [beforeMs]);
  }

  async forget(person: PersonId, atMs: number): Promise<void> {
    await this.pool.query(
      `update identity.session set person = '${nobody}', agent = '',
         ended_at = coalesce(ended_at, to_timestamp($2::float8 / 1000))
       where person = $1`,
      [person, atMs],
    );
  }

  private async read(where: string, values: readonly unknown[]): Promise<readonly KeptSession[]> {
    const sql = `select ${columns} from identity.session where ${where}`;
    const { rows } = await this.pool.query<SessionRow>(sql, [...values]);
    return rows.map(keptSession);
  }
}
