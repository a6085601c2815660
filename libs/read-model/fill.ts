import type { EventStore, Position, StoredRecord } from '#kernel';
import type { ClientBase } from 'pg';
import { advance, after, foldAll, together, type Move, type Reading } from './advance.js';
import { carryOut, isRefusedRow, tableOfRowThere, type Plan } from './batch-write.js';
import type { Target } from './delivery.js';
import { withParked } from './registry.js';
import { Changes } from './row-changes.js';

/** Versions that are being built side by side. */
export interface Building {
  readonly targets: readonly Target[];
  readonly position: Position;
}

export interface Filling extends Reading {
  readonly store: Pick<EventStore, 'subscribe' | 'head' | 'storeId'>;
  /** Hears how far the building has come. */
  readonly onProgress?: (position: Position, until: Position) => void;
}

/** Three batches are on their way at once: one is read, one folded, one written. The larger, the fewer times a row is changed again. */
const batchSize = 4_000;

/**
 * Brings versions that are being built to exactly `until`: the next batch is folded while the one before is written.
 *
 * @param upserted tables that nobody reads yet are copied into, which is far cheaper; one that turns out to hold a row of
 * the same key is added here, and written like any other from then on
 */
export async function fill(
  client: ClientBase,
  building: Building,
  until: Position,
  filling: Filling,
  upserted?: Set<string>,
): Promise<Building> {
  if (building.position >= until) return building;
  const ended = new AbortController();
  let { targets, position } = building;
  let writing: Promise<boolean> = Promise.resolve(false);
  try {
    const categories = [...new Set(targets.flatMap(({ view }) => view.categories))];
    const { signal } = ended;
    for await (const batch of ahead(filling.store.subscribe({ after: position, categories, batchSize, signal }))) {
      const through = batch.through < until ? batch.through : until;
      const records = after(position, batch.records).filter((record) => record.position <= until);
      let plan = await planned(targets, records, filling, upserted);
      if (await writing) {
        targets = await withParked(client, targets);
        plan = await planned(targets, records, filling, upserted);
      }
      writing = write(client, { targets, records, plan, from: position, through }, filling, upserted);
      writing.catch(() => undefined); // thrown where it is awaited
      position = through;
      filling.onProgress?.(position, until);
      if (position >= until) break;
    }
    return (await writing) ? { targets: await withParked(client, targets), position } : { targets, position };
  } finally {
    ended.abort();
  }
}

/** What is folded is said in SQL at once: rows and records that wait for their turn would be the most that is held. */
async function planned(
  targets: readonly Target[],
  records: readonly StoredRecord[],
  reading: Reading,
  upserted: Set<string> | undefined,
): Promise<Plan> {
  const isCopied = (physical: string): boolean => upserted?.has(physical) === false;
  const changes = targets.map(({ version }) => new Changes(version, isCopied));
  const folds = await foldAll(targets, records, reading, (portion) => {
    for (const [place, { folded }] of portion.entries()) {
      for (const record of folded.splice(0)) changes[place]?.add(record.changes);
    }
  });
  return {
    statements: changes.flatMap((all) => all.statements()),
    poisons: folds.flatMap(({ poisons }) => poisons),
  };
}

interface Writing {
  readonly targets: readonly Target[];
  readonly records: readonly StoredRecord[];
  readonly plan: Plan;
  readonly from: Position;
  readonly through: Position;
}

/** @returns whether streams were parked */
async function write(
  client: ClientBase,
  writing: Writing,
  reading: Reading,
  upserted: Set<string> | undefined,
): Promise<boolean> {
  const { targets, records, plan } = writing;
  const moved = move(writing);
  try {
    await together(client, moved, () => carryOut(client, plan));
    return plan.poisons.length > 0;
  } catch (error) {
    if (!isRefusedRow(error)) throw error;
    const there = tableOfRowThere(error);
    const copied = plan.statements.some((statement) => 'rows' in statement && statement.physical === there);
    if (!upserted || there === undefined || !copied) {
      return advance(client, await foldAll(targets, records, reading), moved);
    }
    upserted.add(there);
    return write(client, { ...writing, plan: await planned(targets, records, reading, upserted) }, reading, upserted);
  }
}

/** The next one is already asked for while one is worked on. */
async function* ahead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const source = items[Symbol.asyncIterator]();
  for (let next = source.next(); ;) {
    const result = await next;
    if (result.done === true) return;
    next = source.next();
    next.catch(() => undefined); // thrown where it is awaited
    yield result.value;
  }
}

function move({ targets, from, through }: Writing): Move {
  return async (client) => {
    const moved = await client.query(
      `update read.version v set position = $1 from unnest($2::text[], $3::integer[]) as t(view, version)
       where v.view = t.view and v.version = t.version and v.status = 'building' and v.position = $4`,
      [through, targets.map(({ view }) => view.name), targets.map(({ version }) => version), from],
    );
    return moved.rowCount === targets.length;
  };
}
