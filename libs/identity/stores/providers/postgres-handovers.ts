import type { Pool } from 'pg';
import type { Handover, Handovers } from '../../ports/handovers.js';

export class PostgresHandovers implements Handovers {
  constructor(private readonly pool: Pool) {}

  async keep(codeHash: Uint8Array, { person, hub, origin, challenge }: Handover, endsAtMs: number): Promise<void> {
    await this.pool.query(
      `insert into identity.handover (code_hash, person, hub, origin, challenge, ends_at)
       values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))`,
      [codeHash, person, hub, origin, challenge, endsAtMs],
    );
  }

  /** What nobody came for goes with it. */
  async take(codeHash: Uint8Array, nowMs: number): Promise<Handover | undefined> {
    const { rows } = await this.pool.query<Handover & { code_hash: Buffer; is_open: boolean }>(
      `delete from identity.handover where code_hash = $1 or ends_at <= to_timestamp($2::float8 / 1000)
       returning code_hash, person, hub, origin, challenge, ends_at > to_timestamp($2::float8 / 1000) as is_open`,
      [codeHash, nowMs],
    );
    const found = rows.find((row) => row.is_open);
    if (!found) return undefined;
    const { person, hub, origin, challenge } = found;
    return { person, hub, origin, challenge };
  }
}
