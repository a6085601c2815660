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
  let given = after;
  let gathered: Gathered = { records: [], through: after };
  let isStill = false;
  try {
    while (!isOver(signal)) {
      const isWhole = gather(feed, gathered, batchSize, following.recent);
      const isNews = gathered.through > given;
      if (isNews && (isWhole || gathered.through >= head || feed.isOver || isStill)) {
        given = gathered.through;
        yield gathered;
        gathered = { records: [], through: given };
        isStill = false;
      } else if (feed.isLeftBehind) {
        return;
      } else if (!isWhole) {
        feed.requireGoing();
        isStill = !(await feed.news(signal, idleMs));
        if (isStill && !isNews && (await following.head()) > given) return;
      }
    }
  } finally {
    await feed.close();
  }
}

/** What has come and was not given yet. EventStoreDB sends its past in pages of 32, which are not worth a batch each. */
interface Gathered {
  readonly records: StoredRecord[];
  through: Position;
}

/** Takes what has come. @returns whether that makes a batch, being as many as one holds or up to a place that the server named */
function gather(feed: LiveFeed, gathered: Gathered, batchSize: number, recent: RecentRecords): boolean {
  while (gathered.records.length < batchSize) {
    const item = feed.take();
    if (!item) return false;
    if (item.position > gathered.through) gathered.through = item.position;
    if (!item.event) return true;
    gathered.records.push(recent.find(item.event) ?? storedRecord(item.event));
  }
  return true;
}

/** Asked anew: it may have been aborted meanwhile. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}
