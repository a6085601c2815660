import type { Pool } from 'pg';
import type { StreamId } from '#kernel';
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

/** Pieces of a large snapshot come on several connections: one is written down while another is read. */
const pieceBytes = 2 ** 21;

export function postgresSnapshots(pool: Pool): SnapshotStore {
  return {
    async read(stream: StreamId) {
      const { rows } = await pool.query<{ revision: number; length: number }>(
        'select revision, octet_length(bytes) as length from events.snapshot where stream = $1',
        [stream],
      );
      const [kept] = rows;
      if (!kept) return undefined;
      const piece = async (n: number) => readPiece(pool, stream, kept.revision, n * pieceBytes);
      const pieces = await Promise.all(Array.from({ length: Math.ceil(kept.length / pieceBytes) }, (_, n) => piece(n)));
      // Another process may have put a later one in its place meanwhile: then the records are read instead.
      return pieces.every((bytes) => bytes !== undefined) ? Buffer.concat(pieces) : undefined;
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

async function readPiece(pool: Pool, stream: StreamId, revision: number, from: number): Promise<Buffer | undefined> {
  const { rows } = await pool.query<{ bytes: Buffer }>(
    'select substr(bytes, $3, $4) as bytes from events.snapshot where stream = $1 and revision = $2',
    [stream, revision, from + 1, pieceBytes],
  );
  return rows[0]?.bytes;
}
