import { escapeLiteral, type Pool } from 'pg';
import type { StreamId } from '#kernel';
import { copyOut } from './copy-out.js';
import type { SnapshotStore } from './snapshots.js';

/** One row a stream, replaced by a later one; a slower process never puts an older snapshot back. */
export const snapshotMigrations = [
  {
    name: '0190-snapshots',
    up: `
      create schema if not exists events;
      create table events.snapshot (
        stream text primary key,
        revision integer not null,
        bytes bytea not null
      );
      grant usage on schema events to reciproca_app;
      grant select, insert, update on events.snapshot to reciproca_app;
    `,
  },
  {
    // Fingerprints do not compress: PostgreSQL spent more on trying than on all records since the snapshot before.
    name: '0191-snapshots-as-they-are',
    up: 'alter table events.snapshot alter column bytes set storage external',
  },
] as const;

/** One piece is on its way while the next is read. */
const pieceBytes = 2 ** 18;

export function postgresSnapshots(pool: Pool): SnapshotStore {
  return {
    async read(stream: StreamId) {
      const pieces = await copyOut(pool, piecesOf(stream));
      return pieces.length === 0 ? undefined : Buffer.concat(pieces);
    },
    async write(stream: StreamId, revision: number, bytes: Uint8Array) {
      await pool.query(
        `insert into events.snapshot (stream, revision, bytes) values ($1, $2, $3)
         on conflict (stream) do update set revision = excluded.revision, bytes = excluded.bytes
         where snapshot.revision < excluded.revision`,
        [stream, revision, bytes],
      );
    },
  };
}

/** A copy takes no parameters. */
function piecesOf(stream: StreamId): string {
  const size = String(pieceBytes);
  return `select substr(bytes, n * ${size} + 1, ${size})
    from events.snapshot, generate_series(0, (octet_length(bytes) - 1) / ${size}) n
    where stream = ${escapeLiteral(stream)} order by n`;
}
