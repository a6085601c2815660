import { setTimeout as pause } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import {
  StoreDamaged,
  StoreUnavailable,
  type Batch,
  type Position,
  type StoredRecord,
  type Subscription,
} from '#kernel';
import { LiveFeed } from './live-feed.js';
import type { RecentRecords } from './recent-records.js';
import { storedRecord } from './stored-events.js';

/** How often a waiting reader asks whether the store has gone on in streams that are none of its own. */
const idleMs = 1000;
/** Before a feed that was cut begins again. */
const againMs = 250;

export interface Following {
  readonly client: EventStoreDBClient;
  readonly head: () => Promise<Position>;
  readonly recent: RecentRecords;
  /** The server is perhaps not there any more. */
  readonly onCut: () => void;
}

/** One feed after another, each from where the reader stands: the next when one was cut or left behind, or cannot say that it has passed the head. */
export async function* follow(following: Following, subscription: Subscription): AsyncGenerator<Batch> {
  const { signal } = subscription;
  let through = subscription.after;
  while (!isOver(signal)) {
    try {
      for await (const batch of oneFeed(following, { ...subscription, after: through })) {
        through = batch.through;
        yield batch;
      }
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      following.onCut();
      await pause(againMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** @throws StoreDamaged when the reader has come further than the store reaches */
async function* oneFeed(following: Following, subscription: Subscription): AsyncGenerator<Batch> {
  const { after, categories, batchSize, signal } = subscription;
  const head = await following.head();
  if (head < after) {
    throw new StoreDamaged(`the reader is at ${String(after)}, and the store reaches no further than ${String(head)}`);
  }
  const feed = new LiveFeed({ client: following.client, after, head, categories, batchSize });
  let through = after;
  try {
    while (!isOver(signal)) {
      const batch = taken(feed, through, batchSize, following.recent);
      if (batch) {
        through = batch.through;
        yield batch;
      } else if (feed.isLeftBehind) {
        return;
      } else if (!(await feed.news(signal, idleMs)) && (await following.head()) > through) {
        return;
      }
    }
  } finally {
    await feed.close();
  }
}

/** What has come, as far as one batch holds it; undefined when that is nothing. */
function taken(feed: LiveFeed, after: Position, batchSize: number, recent: RecentRecords): Batch | undefined {
  const records: StoredRecord[] = [];
  let through = after;
  while (records.length < batchSize) {
    const item = feed.take();
    if (!item) break;
    if (item.position > through) through = item.position;
    if (item.event) records.push(recent.find(item.event) ?? storedRecord(item.event));
  }
  return through > after ? { records, through } : undefined;
}

/** Asked anew: it may have been aborted meanwhile. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}
