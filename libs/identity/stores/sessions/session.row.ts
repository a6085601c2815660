import type { HubId, PersonId } from '#kernel';
import type { KeptSession } from '../../ports/session-store.js';

export interface SessionRow {
  readonly id: KeptSession['id'];
  readonly person: PersonId;
  readonly hub: HubId | null;
  readonly origin: string | null;
  readonly signed_in_by: KeptSession['by'];
  readonly agent: string;
  readonly secret_hash: Buffer;
  readonly salt: string;
  readonly generation: number;
  readonly opened_at: Date;
  readonly rotated_at: Date;
  readonly ends_at: Date;
  readonly ended_at: Date | null;
}

export const columns =
  'id, person, hub, origin, signed_in_by, agent, secret_hash, salt, generation, opened_at, rotated_at, ends_at, ended_at';

export function keptSession(row: SessionRow): KeptSession {
  const { hub, origin } = row;
  const [rotatedAtMs, endsAtMs] = [row.rotated_at.getTime(), row.ends_at.getTime()];
  return {
    id: row.id,
    person: row.person,
    place: hub === null || origin === null ? { kind: 'console' } : { kind: 'embedded', hub, origin },
    by: row.signed_in_by,
    agent: row.agent,
    secretHash: row.secret_hash,
    salt: row.salt,
    openedAtMs: row.opened_at.getTime(),
    endsAtMs,
    seenAtMs: rotatedAtMs,
    family: {
      generation: row.generation,
      rotatedAtMs,
      endsAtMs,
      status: row.ended_at === null ? 'open' : 'ended',
    },
  };
}
