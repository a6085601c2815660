import type { EventStore, StreamId } from '#kernel';
import type { ClientBase } from 'pg';
import { foldAll, type Reading } from './advance.js';
import { carryOut, planOf } from './batch-write.js';
import { connect, transaction } from './connection.js';
import type { Target } from './delivery.js';
import type { View } from './projection.js';
import type { ReadingPool } from './reading-pool.js';
import { servingTargets, standing } from './registry.js';

/** A stream that waits for a repair, for one view; the others go on. */
export interface Parked {
  readonly view: string;
  readonly stream: StreamId;
  /** Of the record that could not be taken. */
  readonly revision: number;
  readonly reason: string;
}

export interface Unparking extends Reading {
  readonly databaseUrl: string;
  readonly store: Pick<EventStore, 'readStream'>;
}

const pageSize = 2_000;

/**
 * After the repair: takes what the stream kept back for this view, up to where the views are, and lets it go on with
 * the others. The projector waits meanwhile.
 *
 * @throws Error with the reason when a record still cannot be taken; the stream then stays parked
 */
export async function unpark(view: View, stream: StreamId, unparking: Unparking): Promise<void> {
  const client = await connect(unparking.databaseUrl, 'reciproca_projector');
  try {
    await transaction(client, async () => {
      const { position } = await standing(client, true);
      const [target] = await servingTargets(client, [view]);
      if (!target?.parked.has(stream)) throw new Error(`${stream} is not parked for ${view.name}`);
      const revision = await release(client, target, stream);
      await replay(client, { ...target, parked: new Set() }, stream, revision, position, unparking);
      await client.query('update read.progress set generation = generation + 1');
    });
  } finally {
    await client.end();
  }
}

async function release(client: ClientBase, { view, version }: Target, stream: StreamId): Promise<number> {
  const { rows } = await client.query<{ revision: number }>(
    'delete from read.parked where view = $1 and version = $2 and stream = $3 returning revision',
    [view.name, version, stream],
  );
  if (!rows[0]) throw new Error(`${stream} is not parked for ${view.name}`);
  return rows[0].revision;
}

async function replay(
  client: ClientBase,
  target: Target,
  stream: StreamId,
  revision: number,
  until: bigint,
  { store, codec, vault }: Unparking,
): Promise<void> {
  for (let from = revision; ; from += pageSize) {
    const page = await store.readStream(stream, from, pageSize);
    const records = page.filter((record) => record.position <= until);
    const folds = await foldAll([target], records, { codec, vault });
    const [poison] = folds.flatMap(({ poisons }) => poisons);
    if (poison) throw new Error(`revision ${String(poison.revision)}: ${poison.reason}`);
    await carryOut(client, planOf(folds));
    if (records.length < pageSize) return;
  }
}

export function parked(pool: ReadingPool): Promise<readonly Parked[]> {
  return pool.query<Parked>({
    text: `select p.view, p.stream, p.revision, p.reason from read.parked p
     join read.version v using (view, version) where v.status = 'serving' order by p.since`,
  });
}
