import type { Pool } from 'pg';
import { IdempotencyConflict, Refusal, type AskedOnce, type AskedRequest, type Clock } from '#kernel';
import type { Secrets } from '../../ports/secrets.js';

interface KeptRow {
  readonly body_mac: Buffer;
  readonly asked_at: Date;
  readonly answer: object | null;
}

/** Keys and answers in PostgreSQL, for the role reciproca_app. */
export class PostgresAskedOnce implements AskedOnce {
  constructor(
    private readonly pool: Pool,
    private readonly secrets: Pick<Secrets, 'mac' | 'areEqual'>,
    private readonly clock: Clock,
  ) {}

  async once<Answer extends object>(
    asked: AskedRequest,
    work: (askedAtMs: number) => Promise<Answer>,
  ): Promise<Answer> {
    const { person, key, name, input } = asked;
    const keyMac = this.secrets.mac('request', JSON.stringify([person, key]));
    const bodyMac = this.secrets.mac('request', JSON.stringify([name, ...Object.entries(input).sort()]));
    const kept = await this.kept(keyMac, bodyMac);
    if (!this.secrets.areEqual(kept.body_mac, bodyMac)) throw new IdempotencyConflict();
    if (kept.answer) return kept.answer as Answer;
    const answer = await work(kept.asked_at.getTime()).catch((trouble: unknown) => this.forgetRefused(keyMac, trouble));
    const sql = 'update identity.asked_once set answer = $2 where key_mac = $1 and answer is null';
    await this.pool.query(sql, [keyMac, answer]);
    return answer;
  }

  /** As with commands, a refusal is not remembered: the next try is decided anew. */
  private async forgetRefused(keyMac: Uint8Array, trouble: unknown): Promise<never> {
    if (trouble instanceof Refusal)
      await this.pool.query('delete from identity.asked_once where key_mac = $1 and answer is null', [keyMac]);
    throw trouble;
  }

  async sweep(beforeMs: number): Promise<void> {
    await this.pool.query('delete from identity.asked_once where asked_at < to_timestamp($1::float8 / 1000)', [
      beforeMs,
    ]);
  }

  private async kept(keyMac: Uint8Array, bodyMac: Uint8Array): Promise<KeptRow> {
    await this.pool.query(
      `insert into identity.asked_once (key_mac, body_mac, asked_at)
       values ($1, $2, to_timestamp($3::float8 / 1000)) on conflict do nothing`,
      [keyMac, bodyMac, this.clock.now()],
    );
    const sql = 'select body_mac, asked_at, answer from identity.asked_once where key_mac = $1';
    const { rows } = await this.pool.query<KeptRow>(sql, [keyMac]);
    const [row] = rows;
    if (!row) throw new Error('a request was swept while it was asked');
    return row;
  }
}
