import { setTimeout as pause } from 'node:timers/promises';
import type { Position } from '#kernel';
import type { Client } from 'pg';
import { advance } from './advance.js';
import { connect } from './connection.js';
import type { Fold } from './delivery.js';
import type { Served } from './follow.js';
import type { Leading } from './live-projector.js';
import { advanceAtOnce } from './one-statement.js';
import type { View } from './projection.js';
import { servingTargets, standing } from './registry.js';

const againMs = 250;

/**
 * A few rows are looked up by their keys, however small or large a table is when the statement is first planned: the
 * plan is kept.
 */
const byIndexes = '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off';

/** One projector at a time, whatever the number of processes; the compare-and-set is the fence when the lock is lost. */
export const projectorLock = 7_203_912;

const moveProgress = `update read.progress set position = $1, store_id = $2,
    reach_position = case when $5 then $1 else reach_position end
  where position = $3 and generation = $4 and coalesce(store_id, $2) = $2`;

export class PostgresTables implements Leading {
  constructor(
    private readonly client: Client,
    private readonly views: readonly View[],
  ) {}

  async load(): Promise<Served> {
    return { ...(await standing(this.client)), targets: await servingTargets(this.client, this.views) };
  }

  async take(folds: readonly Fold[], from: Served, through: Position, storeId: string): Promise<boolean> {
    const values = [through, storeId, from.position, from.generation, folds.some(movesReach)];
    if (await advanceAtOnce(this.client, folds, { text: moveProgress, values })) return false;
    return advance(this.client, folds, async (client) => {
      const moved = await client.query(moveProgress, values);
      return moved.rowCount === 1;
    });
  }

  end(): Promise<void> {
    return this.client.end();
  }
}

function movesReach({ target, folded }: Fold): boolean {
  return target.view.decidesReach === true && folded.some(({ changes }) => changes.length > 0);
}

/** Resolves once this process is the one that leads, or is told to end. */
export async function leadOnPostgres(
  databaseUrl: string,
  views: readonly View[],
  signal: AbortSignal,
): Promise<Leading> {
  const client = await connect(databaseUrl, 'reciproca_projector', byIndexes);
  try {
    await whenLeading(client, signal);
    return new PostgresTables(client, views);
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function whenLeading(client: Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ leads: boolean }>('select pg_try_advisory_lock($1) as leads', [
      projectorLock,
    ]);
    if (rows[0]?.leads) return;
    await pause(againMs, undefined, { signal }).catch(() => undefined);
  }
}
