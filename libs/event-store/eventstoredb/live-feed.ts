import {
  START,
  streamNameFilter,
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { StoreUnavailable, type Position } from '#kernel';
import { isTooSlow, readFailure } from './store-errors.js';

/** So many events are passed over on the server before it says how far it has come. */
const searchedMax = 1000;

export interface FeedOptions {
  readonly client: EventStoreDBClient;
  readonly after: Position;
  /** The last record before the feed began: all up to here has come once the server says that the feed has caught up. */
  readonly head: Position;
  readonly categories: readonly string[];
  readonly batchSize: number;
}

/** What has come: an event, or only a position up to which nothing is missing. */
export interface FeedItem {
  readonly event?: AllStreamRecordedEvent;
  readonly position: Position;
}

/**
 * One subscription to all streams of some categories, filtered on the server. Taken from, never pushed: what is not taken
 * stays on the server, but for one batch.
 */
export class LiveFeed {
  private readonly subscription: ReturnType<EventStoreDBClient['subscribeToAll']>;
  private failure: { readonly cause: unknown } | undefined;
  private wake: () => void = () => undefined;
  private readonly came = (): void => {
    this.wake();
  };

  constructor({ client, after, head, categories, batchSize }: FeedOptions) {
    const filter = streamNameFilter({
      prefixes: categories.map((category) => `${category}-`),
      maxSearchWindow: searchedMax,
      checkpointInterval: 1,
      // In its place among the events: a checkpoint says something only about those before it. One beyond the last record
      // may be a place where EventStoreDB wrote something for itself.
      checkpointReached: (subscription, { commit }) => {
        if (commit < head) subscription.push(passed(commit));
      },
    });
    const fromPosition = after === 0n ? START : { commit: after, prepare: after };
    this.subscription = client.subscribeToAll(
      { fromPosition, filter, requiresLeader: true },
      { highWaterMark: batchSize },
    );
    const failed = (cause: unknown): void => {
      this.failure ??= { cause };
      this.wake();
    };
    this.subscription.on('caughtUp', () => {
      this.subscription.push(passed(head));
    });
    this.subscription.on('readable', this.came);
    this.subscription.on('error', failed);
    this.subscription.on('end', () => {
      failed(new StoreUnavailable('EventStoreDB ended a subscription'));
    });
  }

  /** EventStoreDB keeps few events for a reader that is live, and sends it away when more come: the next feed begins behind what was taken. */
  get isLeftBehind(): boolean {
    return this.failure !== undefined && isTooSlow(this.failure.cause);
  }

  /** Nothing more will come than what can be taken. */
  get isOver(): boolean {
    return this.failure !== undefined;
  }

  /** What has come and was not taken yet. */
  take(): FeedItem | undefined {
    const item = this.subscription.read() as AllStreamResolvedEvent | null;
    return item
      ? { ...(item.event && { event: item.event }), position: item.commitPosition ?? positionOf(item) }
      : undefined;
  }

  /** @throws StoreUnavailable when it was cut */
  requireGoing(): void {
    if (this.failure && !this.isLeftBehind) throw readFailure(this.failure.cause);
  }

  /** Until something has come or gone wrong, `signal` is aborted or `ms` are over. @returns false when nothing came so long */
  async news(signal: AbortSignal, ms: number): Promise<boolean> {
    if (signal.aborted || this.failure || this.subscription.readableLength > 0) return true;
    return new Promise<boolean>((resolve) => {
      const end = (came: boolean) => (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', woken);
        this.wake = () => undefined;
        resolve(came);
      };
      const woken = end(true);
      const timer = setTimeout(end(false), ms);
      timer.unref();
      signal.addEventListener('abort', woken);
      this.wake = woken;
    });
  }

  async close(): Promise<void> {
    this.failure ??= { cause: new StoreUnavailable('nobody reads any more') };
    // What is under way is let through: a call that is held up would never end.
    this.subscription.off('readable', this.came).resume();
    await this.subscription.unsubscribe().catch(() => undefined); // it never began
  }
}

function passed(commitPosition: Position): AllStreamResolvedEvent {
  return { commitPosition };
}

function positionOf({ event }: AllStreamResolvedEvent): Position {
  return event?.position.commit ?? 0n;
}
