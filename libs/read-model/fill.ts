import type { EventStore, Position } from '#kernel';
import type { ClientBase } from 'pg';
import { advance, after, foldAll, type Reading } from './advance.js';
import type { Target } from './delivery.js';
import { withParked } from './registry.js';

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

/** Three batches are held at once: one is read, one folded, one written. What is held longer costs the more to collect. */
const batchSize = 500;

/** Brings versions that are being built to exactly `until`: the next batch is folded while the one before is written. */
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
      let folds = await foldAll(targets, records, filling);
      if (await writing) {
        targets = await withParked(client, targets);
        folds = await foldAll(targets, records, filling);
      }
      writing = advance(client, folds, move(targets, position, through), upserted);
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

function move(targets: readonly Target[], from: Position, to: Position) {
  return async (client: ClientBase): Promise<boolean> => {
    const moved = await client.query(
      `update read.version v set position = $1 from unnest($2::text[], $3::integer[]) as t(view, version)
       where v.view = t.view and v.version = t.version and v.status = 'building' and v.position = $4`,
      [to, targets.map(({ view }) => view.name), targets.map(({ version }) => version), from],
    );
    return moved.rowCount === targets.length;
  };
}
