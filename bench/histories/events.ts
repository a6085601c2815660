import type { EventStore } from '#kernel';
import type { Parts } from '../../apps/server/parts.js';

/** How many records are stored, whose positions are gapless on PostgreSQL alone. */
export async function eventsIn({ store, storeKind }: Pick<Parts, 'store' | 'storeKind'>): Promise<number> {
  const head = await store.head();
  return storeKind === 'PostgreSQL' ? Number(head) : counted(store, head);
}

async function counted(store: EventStore, head: bigint): Promise<number> {
  const ended = new AbortController();
  const categories = ['journal', 'person', 'network'];
  let events = 0;
  for await (const { records, through } of store.subscribe({
    after: 0n,
    categories,
    batchSize: 5_000,
    signal: ended.signal,
  })) {
    events += records.length;
    if (through >= head) break;
  }
  ended.abort();
  return events;
}
