import type { Pool } from 'pg';
import type { HubId, PersonId } from '#kernel';
import type { AskedChallenge, ChallengeId, Challenges } from '../../ports/challenges.js';
import { inTransaction } from '../in-transaction.js';

interface WaitingRow {
  readonly id: ChallengeId;
  readonly address: Buffer;
  readonly hub: HubId | null;
  readonly language: 'it' | 'en';
  readonly expires_at: Date;
}

interface FoundRow {
  readonly tries_left: number;
  readonly status: 'open' | 'used';
  readonly expires_at: Date;
  readonly hub: HubId | null;
  readonly last_id: ChallengeId;
  readonly last_tries_left: number;
  readonly last_status: 'open' | 'used';
  readonly last_expires_at: Date;
  readonly last_code_mac: Buffer | null;
  readonly last_person: PersonId | null;
}

/** Challenges in PostgreSQL, for the role reciproca_app. Times are the server's, never the database's. */
export class PostgresChallenges implements Challenges {
  constructor(private readonly pool: Pool) {}

  async ask({ id, addressMac, address, hub, language, challenge }: AskedChallenge): Promise<void> {
    await this.pool.query(
      `insert into identity.challenge (id, address_mac, address, hub, language, tries_left, status, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000))`,
      [id, addressMac, address, hub, language, challenge.triesLeft, challenge.status, challenge.expiresAtMs],
    );
  }

  serveOne: Challenges['serveOne'] = (serve) =>
    inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<WaitingRow>(
        `select id, address, hub, language, expires_at from identity.challenge
         where address is not null order by number limit 1 for update skip locked`,
      );
      const [waiting] = rows;
      if (!waiting) return false;
      const { id, address, hub, language, expires_at: expiresAt } = waiting;
      const within = { query: (text: string, values: readonly unknown[]) => client.query<object>(text, [...values]) };
      const asked = { id, address, hub: hub ?? undefined, language, expiresAtMs: expiresAt.getTime() };
      const { codeMac, person } = await serve(asked, within);
      const sql = 'update identity.challenge set address = null, code_mac = $2, person = $3 where id = $1';
      await client.query(sql, [id, codeMac, person]);
      return true;
    });

  enter: Challenges['enter'] = (id, decide) =>
    inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<FoundRow>(
        `select c.tries_left, c.status, c.expires_at, c.hub, l.id as last_id, l.tries_left as last_tries_left,
           l.status as last_status, l.expires_at as last_expires_at, l.code_mac as last_code_mac, l.person as last_person
         from identity.challenge c cross join lateral (
           select * from identity.challenge l where l.address_mac = c.address_mac order by l.number desc limit 1 for update
         ) l where c.id = $1 for update of c`,
        [id],
      );
      const [row] = rows;
      if (!row) return undefined;
      const { entered, answer } = decide(found(row));
      const { triesLeft, status } = entered.challenge;
      const sql = 'update identity.challenge set tries_left = $2, status = $3 where id = $1';
      await client.query(sql, [id, triesLeft, status]);
      if (entered.outcome === 'accepted') {
        await client.query("update identity.challenge set status = 'used' where id = $1", [row.last_id]);
      }
      return answer;
    });

  async sweep(beforeMs: number): Promise<void> {
    const sql = 'delete from identity.challenge where expires_at < to_timestamp($1::float8 / 1000)';
    await this.pool.query(sql, [beforeMs]);
  }

  async forget(person: PersonId): Promise<void> {
    await this.pool.query('delete from identity.challenge where person = $1', [person]);
  }
}

function found(row: FoundRow): Parameters<Parameters<Challenges['enter']>[1]>[0] {
  const { tries_left: triesLeft, status, expires_at: expiresAt } = row;
  const sent = row.last_code_mac === null ? {} : { codeMac: row.last_code_mac, person: row.last_person ?? undefined };
  return {
    challenge: { triesLeft, status, expiresAtMs: expiresAt.getTime() },
    hub: row.hub ?? undefined,
    last: {
      id: row.last_id,
      triesLeft: row.last_tries_left,
      status: row.last_status,
      expiresAtMs: row.last_expires_at.getTime(),
      ...sent,
    },
  };
}
