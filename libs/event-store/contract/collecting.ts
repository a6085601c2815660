import type { Batch, EventStore, Position } from '#kernel';

export interface Reader {
  readonly after: Position;
  readonly categories?: readonly string[];
  readonly batchSize?: number;
}

/** Reads until a batch satisfies `enough`, then ends the subscription. */
export async function collect(
  store: EventStore,
  reader: Reader,
  enough: (batch: Batch) => boolean,
): Promise<readonly Batch[]> {
  const stop = new AbortController();
  const batches: Batch[] = [];
  const { after, categories = ['trial'], batchSize = 100 } = reader;
  for await (const batch of store.subscribe({ after, categories, batchSize, signal: stop.signal })) {
    batches.push(batch);
    if (enough(batch)) stop.abort();
  }
  return batches;
}

/** Everything between two positions, as a subscription gives it. */
export function collectThrough(store: EventStore, reader: Reader, through: Position): Promise<readonly Batch[]> {
  return collect(store, reader, (batch) => batch.through >= through);
}

export function idsOf(batches: readonly Batch[]): readonly string[] {
  return batches.flatMap((batch) => batch.records.map((record) => record.id));
}
